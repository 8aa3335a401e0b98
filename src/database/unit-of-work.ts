import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { isReplayable, surfaced } from './database.errors.js';
import { beginAs } from './tenant-scope.js';
import { Transaction } from './transaction.js';

const MAX_ATTEMPTS = 4;

/**
 * The writing door: one transaction of one tenant. PostgreSQL confines it to the tenant's rows, and it is committed as a
 * whole or not at all. When PostgreSQL asks for it (deadlock, serialisation), the whole of it runs again.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param work may run more than once, so it touches nothing but the transaction
   * @throws the first failure among its statements, DomainError `database_unavailable`, or what `work` throws
   */
  async run<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(tenantId, work);
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isReplayable(error)) throw surfaced(error);
      }
    }
  }

  private async attempt<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const begin = beginAs(tenantId, 'read write');
    const queryRunner = this.dataSource.createQueryRunner();
    const client = (await queryRunner.connect()) as PoolClient;
    const tx = new Transaction(tenantId, client, queryRunner.manager);
    try {
      void tx.control(begin);
      const result = await work(tx);
      const committed = tx.control('commit');
      const failure = await tx.settled();
      if (failure !== undefined) throw failure as Error;
      // A transaction that failed answers a commit with ROLLBACK: nothing may be acknowledged on the strength of it.
      if ((await committed) !== 'COMMIT') throw new Error('The transaction was not committed.');
      return result;
    } catch (error) {
      const cause = (await tx.settled()) ?? error;
      await tx.control('rollback').catch(() => undefined);
      throw cause as Error;
    } finally {
      await queryRunner.release();
    }
  }
}
