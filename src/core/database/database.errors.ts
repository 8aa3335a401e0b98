import { DomainError } from '../../common/domain-error.js';

/** The error of a failed statement, thrown by pg or wrapped by TypeORM. */
interface Failure {
  code?: string;
  constraint?: string;
  message?: string;
  driverError?: Failure;
}

const failureOf = (error: unknown): Failure => {
  const failure = (error ?? {}) as Failure;
  return failure.driverError ?? failure;
};

/** serialization_failure and deadlock_detected: the whole transaction should be retried. */
const CONTENTION = new Set(['40001', '40P01']);
export const isContention = (error: unknown): boolean =>
  error instanceof Overtaken || CONTENTION.has(failureOf(error).code ?? '');

/**
 * A constraint shows that another transaction changed data that this one has read. The work runs again in a new
 * transaction.
 */
export class Overtaken extends DomainError {
  constructor() {
    super('conflict', 'overtaken', 'Concurrent requests changed the same data. Try again soon.');
  }
}

/** in_failed_sql_transaction: not a cause but the consequence of an earlier failure in the same transaction. */
export const isEcho = (error: unknown): boolean => failureOf(error).code === '25P02';

/** Maps constraint names to the error that a violation means. */
export type Refusals = Readonly<Record<string, () => DomainError>>;

/** Returns the error that a violated constraint means, or the original error. */
export const refusalFor = (error: unknown, refusals: Refusals): unknown =>
  refusals[failureOf(error).constraint ?? '']?.() ?? error;

/**
 * SQLSTATE classes of a database that can't answer now (connection lost, resources, operator intervention), timeouts
 * that an operator may have set (idle_in_transaction_session_timeout, transaction_timeout, lock_timeout), and socket
 * error codes. `GONE` matches pg's messages for a lost connection.
 */
const AWAY =
  /^(08|53|57|58)\w{3}$|^(25P03|25P04|55P03)$|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH)$/;
const GONE =
  /connection terminated|connection error|not queryable|timeout exceeded when trying to connect|Client was closed|Cannot use a pool after/i;

const isDatabaseAway = (error: unknown): boolean => {
  const { code = '', message = '' } = failureOf(error);
  return AWAY.test(code) || GONE.test(message);
};

const databaseUnavailable = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError('unavailable', 'database_unavailable', 'The database is unavailable. Try again soon.'),
    { cause },
  );

/**
 * The session ended: an operator or a crash ended it (admin_shutdown, crash_shutdown, idle_session_timeout), or the socket was
 * closed. A connection that cannot be made is not among these.
 */
const LOST = /^(57P01|57P02|57P05|08003|08006|ECONNRESET|EPIPE)$/;
const LOST_MESSAGE = /connection terminated unexpectedly|connection error|not queryable/i;

/** Returns true when the transaction did nothing and may succeed if it runs again, unless its commit had been sent. */
export const isReplayable = (error: unknown): boolean => {
  const { code = '', message = '' } = failureOf(error);
  return isContention(error) || LOST.test(code) || LOST_MESSAGE.test(message);
};

/** Converts a lost connection to `database_unavailable`. Other errors pass through unchanged. */
export const toDomainError = (error: unknown): unknown =>
  isDatabaseAway(error) ? databaseUnavailable(error) : error;
