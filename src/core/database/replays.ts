import { setImmediate as nextTurn } from 'node:timers/promises';
import { isContention, isReplayable, Overtaken, toDomainError } from './database.errors.js';

const MAX_ATTEMPTS = 4;

/**
 * Runs work again, in a new transaction, after a deadlock, a serialization failure or a lost connection. Without this, a
 * restart of the pooler or the end of a session would fail requests, because the pool notices a closed connection only when
 * it uses it.
 * @param work must have had no effect when it fails with a replayable error
 * @throws DomainError `overtaken`, `database_unavailable`, or the error of `work`
 */
export async function withReplays<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isReplayable(error))
        throw isContention(error) ? new Overtaken() : toDomainError(error);
      await nextTurn(); // the pool now notices which other connections were closed
    }
  }
}
