import { setTimeout as sleep } from 'node:timers/promises';
import type { Action, ActionName, Call } from '../actions.js';
import { HttpConnection } from '../http-connection.js';

export type Outcome = 'expected' | 'server error' | 'other failure';

export interface Sample {
  readonly action: ActionName;
  /** Milliseconds from when the request was due until it was answered or given up. */
  readonly ms: number;
  /** The part of it before the request was sent, because the benchmark itself was late. */
  readonly lateMs: number;
  readonly outcome: Outcome;
}

interface Waiting {
  readonly action: ActionName;
  readonly due: number;
  readonly lateMs: number;
}

/** How long requests in flight at the end are waited for. */
const GRACE_MS = 10_000;

/**
 * Sends visitors at a steady rate, whether or not the earlier ones are answered: each when it is due, on a free
 * connection or a new one. So when the service stalls, the wait is counted for everybody who had to wait.
 */
export class SteadyLoad {
  private readonly samples: Sample[] = [];
  private readonly waiting = new Set<Waiting>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly open = new Set<HttpConnection>();
  private free: HttpConnection[] = [];
  private isOver = false;
  private isClosed = false;
  private visitors = 0;

  constructor(
    private readonly port: number,
    private readonly actions: readonly Action[],
    private readonly perSecond: number,
  ) {}

  /** Sends the actions in turn until `end`. */
  async run(end: Promise<unknown>): Promise<Sample[]> {
    const ended = end.finally(() => (this.isOver = true));
    const started = performance.now();
    for (let sent = 0; !this.isOver; sent++) {
      const action = this.actions[sent % this.actions.length];
      if (action !== undefined) this.begin(action, started + (sent * 1000) / this.perSecond);
      const next = started + ((sent + 1) * 1000) / this.perSecond;
      await Promise.race([sleep(Math.max(0, next - performance.now())), ended]);
    }
    await Promise.race([Promise.all(this.underWay), sleep(GRACE_MS, undefined, { ref: false })]);
    for (const one of this.waiting) this.count(one, 'other failure');
    this.isClosed = true;
    for (const connection of this.open) connection.close();
    return this.samples;
  }

  private begin({ name, next }: Action, due: number): void {
    const one = { action: name, due, lateMs: performance.now() - due };
    this.waiting.add(one);
    const call = next();
    const asking = this.ask(call)
      .catch((): Outcome => 'other failure')
      .then((outcome) => {
        this.count(one, outcome);
      })
      .finally(() => this.underWay.delete(asking));
    this.underWay.add(asking);
  }

  private async ask({ message, status, holds }: Call): Promise<Outcome> {
    const connection = await this.connection();
    const answer = await connection.send(
      message.replace('\r\n', `\r\nx-forwarded-for: ${this.address()}\r\n`),
    );
    this.free.push(connection);
    if (answer.status >= 500) return 'server error';
    return answer.status === status && answer.body.includes(holds) ? 'expected' : 'other failure';
  }

  private async connection(): Promise<HttpConnection> {
    this.free = this.free.filter(({ isOpen }) => isOpen);
    const free = this.free.pop();
    if (free !== undefined) return free;
    const connection = await HttpConnection.open(this.port);
    if (this.isClosed) connection.close(); // it has been given up
    this.open.add(connection);
    return connection;
  }

  /** Gives each visitor an address of their own. */
  private address(): string {
    const visitor = ++this.visitors;
    return `10.66.${(visitor >> 8) & 255}.${visitor & 255}`;
  }

  private count(one: Waiting, outcome: Outcome): void {
    if (!this.waiting.delete(one)) return;
    const { action, due, lateMs } = one;
    this.samples.push({ action, ms: performance.now() - due, lateMs, outcome });
  }
}
