import { AsyncContext } from '../../common/async-context.js';
import type { Transaction } from './transaction.js';

interface Ambient {
  /** Undefined after the transaction has ended, because a timer that was started inside it keeps this context. */
  tx: Transaction | undefined;
}

const context = new AsyncContext<Ambient>();

/**
 * Returns the transaction of a request with an `Idempotency-Key`, which `UnitOfWork` and `TenantReader` then use; otherwise
 * undefined.
 */
export const ambientTransaction = (): Transaction | undefined => context.value?.tx;

/** Runs `work` outside the request's transaction, for work that continues after the transaction has ended. */
export const outsideTransaction = <T>(work: () => T): T => context.exit(work);

/** Runs `work` so that everything it does through `UnitOfWork` and `TenantReader` becomes a part of `tx`. */
export async function insideTransaction<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const ambient: Ambient = { tx };
  try {
    return await context.run(ambient, work);
  } finally {
    ambient.tx = undefined;
  }
}
