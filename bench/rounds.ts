import type { Action, ActionName } from './actions.js';
import { requireAgreement } from './agreement.js';
import type { BenchDatabase } from './bench-database.js';
import { LoadClient } from './load.js';
import { cpuSpent, cpuTimes } from './processes.js';
import type { Side, Sides } from './sides.js';

/** One side under load with one action. */
export interface Measurement {
  /** CPU microseconds a request: of the server's process, and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
  readonly requestsPerSecond: number;
  /** In milliseconds. */
  readonly latencies: readonly number[];
}

/** Both sides of one round, measured one right after the other. */
export type Pair = Readonly<Record<Side, Measurement>>;

/** Measures pairs of an action on two servers that share a database. */
export class Rounds {
  constructor(
    private readonly database: BenchDatabase,
    private readonly sides: Sides,
    private readonly requests: number | undefined,
    private readonly progress: (line: string) => void,
  ) {}

  /** @returns the pairs of each action, after a round that warms both sides up and counts for nothing */
  async run(all: readonly Action[], rounds: number): Promise<Map<ActionName, Pair[]>> {
    const pairs = new Map<ActionName, Pair[]>(all.map(({ name }) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      this.progress(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
      for (const [index, action] of all.entries()) {
        await requireAgreement(this.sides, action, this.database.client);
        const pair = await this.pair(action, (round + index) % 2 === 0);
        if (round > 0) pairs.get(action.name)?.push(pair);
      }
    }
    return pairs;
  }

  /** Who comes first finds other caches than who comes second, so they take turns. */
  private async pair(action: Action, floorFirst: boolean): Promise<Pair> {
    if (floorFirst) {
      const floor = await this.measure('floor', action);
      return { floor, service: await this.measure('service', action) };
    }
    const service = await this.measure('service', action);
    return { floor: await this.measure('floor', action), service };
  }

  /** The other side is idle meanwhile, so all that PostgreSQL does is done for this one. */
  private async measure(side: Side, { next, before, requests: usual }: Action): Promise<Measurement> {
    const { pid, port } = this.sides[side];
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
