import { AsyncContext } from '../../common/async-context.js';
import type { Transaction } from './transaction.js';

interface Ambient {
  /** Undefined after it has ended, because a timer that was started inside keeps this context. */
  tx: Transaction | undefined;
}

const context = new AsyncContext<Ambient>();

/** Returns the transaction of a keyed request, which `UnitOfWork` and `TenantReader` then use; undefined outside of one. */
export const ambientTransaction = (): Transaction | undefined => context.value?.tx;

/** Runs `work` outside the request's transaction, for work that continues after that has ended. */
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
