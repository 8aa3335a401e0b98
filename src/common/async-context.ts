import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * An `AsyncLocalStorage` that costs nothing while nobody uses it. Up to Node 22 a storage that was used once has every
 * promise of the process watched from then on: a fifth of the CPU of a validation here (`npm run bench`). So it is switched
 * off when the last work in it has ended; what that has started and not waited for finds no value any more.
 */
export class AsyncContext<Value> {
  private readonly storage = new AsyncLocalStorage<Value>();
  private underWay = 0;

  /** The value that the work at hand runs with, if it runs with one. */
  get value(): Value | undefined {
    return this.storage.getStore();
  }

  /** Runs `work`, and all that it leads to, with this value. */
  async run<T>(value: Value, work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await this.storage.run(value, work);
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) this.storage.disable();
    }
  }

  /** Runs `work` without a value. */
  exit<T>(work: () => T): T {
    return this.storage.exit(work);
  }
}
