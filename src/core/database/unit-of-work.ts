import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ambientTransaction, insideTransaction } from './ambient-transaction.js';
import { ConnectionScheduler, type Priority } from './connection-scheduler.js';
import { isReplayable, Overtaken, toDomainError } from './database.errors.js';
import { beginAs } from './tenant-scope.js';
import { IDLE_LIMIT_MS, Transaction } from './transaction.js';

const MAX_ATTEMPTS = 4;

/** May run more than once, so it touches nothing but the transaction. */
type Work<T> = (tx: Transaction) => Promise<T>;
type Ending = 'commit' | 'rollback';

interface Mode {
  readonly ending: Ending;
  readonly priority: Priority;
}

/**
 * The writing door: one transaction of one tenant. PostgreSQL confines it to the tenant's rows, and it is committed as a
 * whole or not at all. When PostgreSQL asks for it (deadlock, serialisation), the whole of it runs again.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: ConnectionScheduler,
    @Inject(IDLE_LIMIT_MS) private readonly idleLimitMs: number | undefined,
  ) {}

  /**
   * @param priority `bulk` for work that nobody waits for at a screen
   * @throws the first failure among its statements, DomainError `database_unavailable`, `busy`, or what `work` throws
   */
  run<T>(tenantId: string, work: Work<T>, priority: Priority = 'interactive'): Promise<T> {
    const ambient = ambientTransaction();
    if (ambient !== undefined) return joined(ambient, tenantId, work);
    return this.repeated(tenantId, work, { ending: 'commit', priority });
  }

  /**
   * Runs a whole request that has an `Idempotency-Key`, and is for nothing else (docs/adr/0012-idempotency-keys.md): whatever it
   * does through either door becomes a part of this transaction, so that what is written about the request stands or falls
   * with what the request did.
   * @throws as `run` does
   */
  around<T>(tenantId: string, work: Work<T>, priority?: Priority): Promise<T> {
    return this.run(tenantId, (tx) => insideTransaction(tx, () => work(tx)), priority);
  }

  /**
   * Does all of it, and then takes all of it back: what would happen, by the very code that makes it happen.
   * @throws as `run` does
   */
  rehearse<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.repeated(tenantId, work, { ending: 'rollback', priority: 'interactive' });
  }

  private async repeated<T>(tenantId: string, work: Work<T>, { ending, priority }: Mode): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const release = await this.connections.acquire(tenantId, priority);
      try {
        return await this.attempt(tenantId, work, ending).finally(release);
      } catch (error) {
        if (!isReplayable(error)) throw toDomainError(error);
        if (attempt === MAX_ATTEMPTS) throw new Overtaken();
      }
    }
  }

  private async attempt<T>(tenantId: string, work: Work<T>, ending: Ending): Promise<T> {
    const begin = beginAs(tenantId, 'read write');
    const queryRunner = this.dataSource.createQueryRunner();
    const client = (await queryRunner.connect()) as PoolClient;
    const tx = new Transaction(tenantId, client, queryRunner.manager, this.idleLimitMs);
    try {
      void tx.control(begin);
      const result = await work(tx);
      const ended = tx.control(ending);
      const failure = await tx.settled();
      if (failure !== undefined) throw failure as Error;
      // A transaction that failed answers a commit with ROLLBACK: nothing may be acknowledged on the strength of it.
      if ((await ended) !== ending.toUpperCase()) throw new Error('The transaction was not committed.');
      if (ending === 'commit') tx.committed();
      return result;
    } catch (error) {
      const cause = (await tx.settled()) ?? error;
      await tx.control('rollback').catch(() => undefined);
      throw cause as Error;
    } finally {
      tx.ended();
      await queryRunner.release();
    }
  }
}

/** A part of a larger transaction: it ends when all its statements are answered, and is committed with the whole. */
async function joined<T>(tx: Transaction, tenantId: string, work: Work<T>): Promise<T> {
  if (tx.tenantId !== tenantId) throw new Error('A transaction belongs to one tenant.');
  const result = await work(tx);
  const failure = await tx.settled();
  if (failure !== undefined) throw failure as Error;
  return result;
}
