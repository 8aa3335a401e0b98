import { AsyncContext } from '../../common/async-context.js';
import type { Transaction } from './transaction.js';

interface Ambient {
  /** None any more once it has ended: a timer that was started inside lives on with this context. */
  tx: Transaction | undefined;
}

const context = new AsyncContext<Ambient>();

/** Returns the transaction that a whole keyed request runs in, if it does; both doors lead into it. */
export const ambientTransaction = (): Transaction | undefined => context.value?.tx;

/** Runs `work` so that nothing of it becomes a part of the request's transaction: it goes on when that has ended. */
export const outsideTransaction = <T>(work: () => T): T => context.exit(work);

/** Runs `work` so that whatever it does through the doors becomes a part of `tx`. */
export async function insideTransaction<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const ambient: Ambient = { tx };
  try {
    return await context.run(ambient, work);
  } finally {
    ambient.tx = undefined;
  }
}
