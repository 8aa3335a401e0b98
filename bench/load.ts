import type { Call } from './actions.js';
import { type Answer, HttpConnection } from './http-connection.js';

/** Requests in flight at once. The pools of both servers are larger, so that none waits for a connection. */
export const CONCURRENCY = 8;

export interface Load {
  readonly seconds: number;
  /** Milliseconds of each request, from its first byte sent to its last byte received. */
  readonly latencies: readonly number[];
}

/** Sends requests from a fixed number of callers; each sends the next as soon as it is answered. */
export class LoadClient {
  private constructor(private readonly connections: readonly HttpConnection[]) {}

  static async open(port: number): Promise<LoadClient> {
    return new LoadClient(
      await Promise.all(Array.from({ length: CONCURRENCY }, () => HttpConnection.open(port))),
    );
  }

  /** @throws Error at the first unexpected answer */
  async run(next: () => Call, requests: number): Promise<Load> {
    const latencies: number[] = [];
    let sent = 0;
    const ask = async (connection: HttpConnection): Promise<void> => {
      while (sent < requests) {
        sent++;
        const call = next();
        const started = performance.now();
        const answer = await connection.send(call.message);
        latencies.push(performance.now() - started);
        expectAnswer(call, answer);
      }
    };
    const started = performance.now();
    await Promise.all(this.connections.map(ask));
    return { seconds: (performance.now() - started) / 1000, latencies };
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }
}

/** Sends one call on a connection of its own. @throws Error when the answer is unexpected */
export async function callOnce(port: number, call: Call): Promise<string> {
  const connection = await HttpConnection.open(port);
  try {
    const answer = await connection.send(call.message);
    expectAnswer(call, answer);
    return answer.body;
  } finally {
    connection.close();
  }
}

function expectAnswer({ message, status, holds }: Call, answer: Answer): void {
  if (answer.status === status && answer.body.includes(holds)) return;
  const [line = ''] = message.split('\r\n');
  throw new Error(
    `${line}: expected ${status} with ${holds}, got ${answer.status} ${answer.body.slice(0, 500)}`,
  );
}
