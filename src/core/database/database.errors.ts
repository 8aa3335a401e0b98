import { DomainError } from '../../common/domain-error.js';

/** What a failed statement carries, whether pg threw it or TypeORM wrapped it. */
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

/** serialization_failure, deadlock_detected: PostgreSQL asks for the whole transaction again. */
const REPLAYABLE = new Set(['40001', '40P01']);
export const isReplayable = (error: unknown): boolean =>
  error instanceof Overtaken || REPLAYABLE.has(failureOf(error).code ?? '');

/** Somebody was quicker than what a transaction has read, as a constraint says: the whole of it runs again. */
export class Overtaken extends DomainError {
  constructor() {
    super('conflict', 'overtaken', 'Others change the same at this moment. Try again soon.');
  }
}

/** in_failed_sql_transaction: not a cause of its own, only the echo of an earlier failure in the same transaction. */
export const isEcho = (error: unknown): boolean => failureOf(error).code === '25P02';

/** Constraint names to the refusal that a violation means. */
export type Refusals = Readonly<Record<string, () => DomainError>>;

/** The refusal that a violated constraint means, or else the error itself. */
export const refusalFor = (error: unknown, refusals: Refusals): unknown =>
  refusals[failureOf(error).constraint ?? '']?.() ?? error;

/**
 * SQLSTATE classes of a database that can't answer now (connection lost, resources, operator intervention), limits of
 * time that an operator may have set (idle_in_transaction_session_timeout, transaction_timeout, lock_timeout), codes of
 * sockets, and the sentences with which pg says that a connection is gone.
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
    new DomainError(
      'unavailable',
      'database_unavailable',
      'The database does not answer at the moment. Try again soon.',
    ),
    { cause },
  );

/** What leaves the database room: a refusal, `database_unavailable`, or an error that is a bug. */
export const toDomainError = (error: unknown): unknown =>
  isDatabaseAway(error) ? databaseUnavailable(error) : error;
