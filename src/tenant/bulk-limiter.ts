import { busy } from '../common/domain-error.js';

/** Requests of one tenant to one bulk route that this process works on at once; the others wait, until there are too many of them. */
const MAX_CONCURRENT = 3;
const MAX_WAITING = 20;
const WAIT_LIMIT_MS = 15_000;

interface Runs {
  underWay: number;
  readonly waiting: (() => void)[];
}

/** How many bulk requests are under way, by tenant and route. */
export class BulkLimiter {
  private readonly subjects = new Map<string, Runs>();

  /** True when nothing is under way, and nothing is remembered of anybody. */
  get isIdle(): boolean {
    return this.subjects.size === 0;
  }

  /**
   * Waits until one more may begin.
   * @returns what ends it; a second call changes nothing
   * @throws DomainError `busy`
   */
  async begin(subject: string): Promise<() => void> {
    const runs = this.subjects.get(subject) ?? { underWay: 0, waiting: [] };
    this.subjects.set(subject, runs);
    if (runs.underWay < MAX_CONCURRENT) runs.underWay += 1;
    else await this.wait(runs);
    let hasEnded = false;
    return () => {
      if (hasEnded) return; // a socket is destroyed a moment before it says that it is closed: both end the run
      hasEnded = true;
      const next = runs.waiting.shift();
      if (next !== undefined) next();
      else runs.underWay -= 1;
      if (runs.underWay === 0) this.subjects.delete(subject);
    };
  }

  /** Until somebody who ends hands over. */
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
      }, WAIT_LIMIT_MS).unref();
      waiting.push(begin);
    });
  }
}
