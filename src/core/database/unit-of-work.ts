import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ambientTransaction, insideTransaction } from './ambient-transaction.js';
import { ConnectionScheduler, type Priority } from './connection-scheduler.js';
import { isEcho, toDomainError } from './database.errors.js';
import { withReplays } from './replays.js';
import { beginAs } from './tenant-scope.js';
import { IDLE_LIMIT_MS, Transaction } from './transaction.js';

/** The work of a transaction. May run more than once, so it must have no other effects. */
type Work<T> = (tx: Transaction) => Promise<T>;
type Ending = 'commit' | 'rollback';

interface RunOptions {
  readonly ending: Ending;
  readonly priority: Priority;
}

/**
 * Runs transactions that write, each for one tenant. PostgreSQL confines a transaction to the tenant's rows, and commits it
 * as a whole or not at all. After a deadlock, a serialization failure or a lost connection, the whole
 * transaction runs again, unless its commit had been sent.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: ConnectionScheduler,
    @Inject(IDLE_LIMIT_MS) private readonly idleLimitMs: number | undefined,
  ) {}

  /**
   * Runs one transaction. Inside `around`, the work becomes a part of the request's transaction.
   * @param priority `bulk` for work that no person waits for
   * @throws the first failure among its statements, DomainError `database_unavailable`, `busy`, or the error of `work`
   */
  run<T>(tenantId: string, work: Work<T>, priority: Priority = 'interactive'): Promise<T> {
    const ambient = ambientTransaction();
    if (ambient !== undefined) return runInside(ambient, tenantId, work);
    return this.runWithRetries(tenantId, work, { ending: 'commit', priority });
  }

  /**
   * Runs a whole request with an `Idempotency-Key` in one transaction, and must be used for nothing else
   * (docs/adr/0012-idempotency-keys.md). Everything that the request does through `UnitOfWork` or `TenantReader` becomes a
   * part of this transaction, so that the stored response is committed together with the request's effects.
   * @throws the same errors as `run`
   */
  around<T>(tenantId: string, work: Work<T>, priority?: Priority): Promise<T> {
    return this.run(tenantId, (tx) => insideTransaction(tx, () => work(tx)), priority);
  }

  /**
   * Runs a transaction and rolls it back, to preview the result with the same code that would produce it.
   * @throws the same errors as `run`
   */
  rehearse<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.runWithRetries(tenantId, work, { ending: 'rollback', priority: 'interactive' });
  }

  private runWithRetries<T>(tenantId: string, work: Work<T>, { ending, priority }: RunOptions): Promise<T> {
    return withReplays(async () => {
      const release = await this.connections.acquire(tenantId, priority);
      return this.attempt(tenantId, work, ending).finally(release);
    });
  }

  private async attempt<T>(tenantId: string, work: Work<T>, ending: Ending): Promise<T> {
    const begin = beginAs(tenantId, 'read write');
    const queryRunner = this.dataSource.createQueryRunner();
    const client = (await queryRunner.connect()) as PoolClient;
    const tx = new Transaction(tenantId, client, queryRunner.manager, this.idleLimitMs);
    let isEnding = false;
    try {
      void tx.control(begin);
      const result = await work(tx);
      isEnding = true;
      const ended = tx.control(ending);
      const failure = await tx.settled();
      if (failure !== undefined) throw failure as Error;
      // PostgreSQL answers the commit of a failed transaction with ROLLBACK. It must not be reported as a success.
      if ((await ended) !== ending.toUpperCase()) throw new Error('The transaction was not committed.');
      if (ending === 'commit') tx.runCallbacks();
      return result;
    } catch (error) {
      const cause = (await tx.settled()) ?? error;
      if (isEcho(error)) copyStack(error as Error, cause as Error);
      await tx.control('rollback').catch(() => undefined);
      // It is unknown whether a commit without an answer took effect, so the transaction must not run again.
      throw (isEnding ? toDomainError(cause) : cause) as Error;
    } finally {
      tx.stopWatching();
      await queryRunner.release();
    }
  }
}

/**
 * Copies the stack of the echo to the failure. Nothing awaited the failed statement, so only the echo's stack shows how far
 * the work had come.
 */
function copyStack(echo: Error, failure: Error): void {
  failure.stack = (echo.stack ?? '').replace(echo.message, () => failure.message);
}

/**
 * Runs work inside a larger transaction. Waits until the statements of the work are answered; they are committed with the
 * larger transaction.
 */
async function runInside<T>(tx: Transaction, tenantId: string, work: Work<T>): Promise<T> {
  if (tx.tenantId !== tenantId) throw new Error('A transaction belongs to one tenant.');
  const result = await work(tx);
  const failure = await tx.settled();
  if (failure !== undefined) throw failure as Error;
  return result;
}
