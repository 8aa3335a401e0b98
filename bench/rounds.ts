import { isDeepStrictEqual } from 'node:util';
import type { Action, ActionName } from './actions.js';
import type { BenchDatabase } from './bench-database.js';
import { callOnce, LoadClient } from './load.js';
import { cpuSpent, cpuTimes } from './processes.js';
import type { ServerProcess } from './server-process.js';

type Side = 'floor' | 'service';

/** The load of one action on one server. */
export interface Measurement {
  /** CPU microseconds per request of the server's process, and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
  readonly requestsPerSecond: number;
  /** In milliseconds. */
  readonly latencies: readonly number[];
}

/** One round of an action. A read is measured on both servers, one right after the other; a write on the service only. */
export interface Round {
  readonly service: Measurement;
  readonly floor?: Measurement;
}

/** Measures rounds of an action on two servers that share a database. */
export class Rounds {
  constructor(
    private readonly database: BenchDatabase,
    private readonly servers: Readonly<Record<Side, ServerProcess>>,
    private readonly requests: number | undefined,
    private readonly progress: (line: string) => void,
  ) {}

  /** @returns the rounds of each action, without the first round, which only warms both servers up */
  async run(all: readonly Action[], rounds: number): Promise<Map<ActionName, Round[]>> {
    const found = new Map<ActionName, Round[]>(all.map(({ name }) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      this.progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
      for (const [index, action] of all.entries()) {
        const measured = await this.round(action, (round + index) % 2 === 0);
        if (round > 0) found.get(action.name)?.push(measured);
      }
    }
    return found;
  }

  /** The caches differ for the server that runs first, so the servers take turns. */
  private async round(action: Action, floorFirst: boolean): Promise<Round> {
    if (action.writes) return { service: await this.measure('service', action) };
    await this.requireSameAnswer(action);
    if (floorFirst) {
      const floor = await this.measure('floor', action);
      return { floor, service: await this.measure('service', action) };
    }
    const service = await this.measure('service', action);
    return { floor: await this.measure('floor', action), service };
  }

  /** @throws Error when the two servers answer the same request differently */
  private async requireSameAnswer({ name, next }: Action): Promise<void> {
    const call = next();
    const floor = await callOnce(this.servers.floor.port, call);
    const service = await callOnce(this.servers.service.port, call);
    if (isDeepStrictEqual(JSON.parse(floor), JSON.parse(service))) return;
    throw new Error(
      `Floor and service answer ${name} differently.\n  floor:   ${floor}\n  service: ${service}`,
    );
  }

  /** Loads one server while the other is idle, so that all work of PostgreSQL is done for this one. */
  private async measure(side: Side, { next, before, requests: usual }: Action): Promise<Measurement> {
    const { pid, port } = this.servers[side];
    const requests = this.requests ?? usual;
    await before?.(this.database.client);
    const client = await LoadClient.open(port);
    try {
      const server = cpuTimes([pid]);
      const database = cpuTimes(this.database.processes());
      const { seconds, latencies } = await client.run(next, requests);
      const spent = (since: typeof server, pids: readonly number[]): number =>
        cpuSpent(since, cpuTimes(pids)) / 1000 / requests;
      return {
        serverUs: spent(server, [pid]),
        databaseUs: spent(database, this.database.processes()),
        requestsPerSecond: requests / seconds,
        latencies,
      };
    } finally {
      client.close();
    }
  }
}
