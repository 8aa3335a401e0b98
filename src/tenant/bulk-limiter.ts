import { busy } from '../common/domain-error.js';

/** Concurrent requests of one tenant to one bulk route in this process. Further requests wait, up to `MAX_WAITING`. */
const MAX_CONCURRENT = 3;
const MAX_WAITING = 20;
const MAX_WAIT_MS = 15_000;

interface Runs {
  underWay: number;
  readonly waiting: (() => void)[];
}

/** Limits concurrent bulk requests by tenant and route. */
export class BulkLimiter {
  private readonly subjects = new Map<string, Runs>();

  constructor(private readonly maxWaitMs = MAX_WAIT_MS) {}

  /** Returns true when no request is running or waiting. */
  get isIdle(): boolean {
    return this.subjects.size === 0;
  }

  /**
   * Waits until this request may start.
   * @returns a function that ends it; calling it again has no effect
   * @throws DomainError `busy`
   */
  async begin(subject: string): Promise<() => void> {
    const runs = this.subjects.get(subject) ?? { underWay: 0, waiting: [] };
    this.subjects.set(subject, runs);
    if (runs.underWay < MAX_CONCURRENT) runs.underWay += 1;
    else await this.wait(runs);
    let hasEnded = false;
    return () => {
      if (hasEnded) return; // `BulkGuard` ends a run when it finds the socket destroyed, and at the close event that follows
      hasEnded = true;
      const next = runs.waiting.shift();
      if (next !== undefined) next();
      else runs.underWay -= 1;
      if (runs.underWay === 0) this.subjects.delete(subject);
    };
  }

  /** Waits until a request that ends hands over its place. */
  private wait({ waiting }: Runs): Promise<void> {
    if (waiting.length >= MAX_WAITING) throw busy();
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(busy());
      }, this.maxWaitMs).unref();
      waiting.push(begin);
    });
  }
}
