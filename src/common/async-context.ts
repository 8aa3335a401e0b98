import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Wraps `AsyncLocalStorage` and disables it while it is not in use. Up to Node 22, once a storage has been used, Node
 * tracks every promise of the process, which costs a fifth of the CPU time of a code validation (`npm run bench`). The
 * storage is disabled when the last `run` ends, so work that was started in a `run` but not awaited loses the value.
 */
export class AsyncContext<Value> {
  private readonly storage = new AsyncLocalStorage<Value>();
  private underWay = 0;

  /** Returns the value of the current `run`, or undefined outside of one. */
  get value(): Value | undefined {
    return this.storage.getStore();
  }

  /** Runs `work`, and everything it calls, with this value. */
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
