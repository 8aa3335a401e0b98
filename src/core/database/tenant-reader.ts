import { Injectable } from '@nestjs/common';
import type { QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { ambientTransaction } from './ambient-transaction.js';
import { ConnectionScheduler } from './connection-scheduler.js';
import { isEcho, toDomainError } from './database.errors.js';
import { holdUntilTickEnds, poolOf } from './pool.js';
import type { Statement } from './statement.js';
import type { Transaction } from './transaction.js';
import { beginAs } from './tenant-scope.js';

/**
 * The reading door: one named statement in a read-only transaction of one tenant, in one round trip. Row-level security
 * stands behind the statement, so that one which forgets the tenant shows nothing of another.
 *
 * Tried instead, and set aside: all four steps behind a single Sync, by way of pg's private parts; and `set local …;
 * execute name(…)` with the values as literals. Either saves a part of what `npm run bench` shows between the service and
 * a floor without a tenant's context, and neither enough for what it gives up.
 */
@Injectable()
export class TenantReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: ConnectionScheduler,
  ) {}

  /**
   * @param tx reads in this transaction, which sees what it has written; a keyed request's is there without being named
   * @throws DomainError `database_unavailable`, `busy`
   */
  rows<Row extends object>(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
    tx: Transaction | undefined = ambientTransaction(),
  ): Promise<Row[]> {
    return tx?.tenantId === tenantId
      ? tx.query<Row>(statement, values)
      : this.apart<Row>(tenantId, statement, values);
  }

  /** Returns the first of the rows, or undefined. @throws as `rows` does */
  async row<Row extends object>(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
    tx?: Transaction,
  ): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(tenantId, statement, values, tx);
    return first;
  }

  private async apart<Row extends object>(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const begin = beginAs(tenantId, 'read only');
    const { onBehalfOf = tenantId, priority = 'interactive' } = statement;
    const release = await this.connections.acquire(onBehalfOf, priority);
    try {
      return await this.read<Row>(begin, statement, values);
    } finally {
      release();
    }
  }

  private async read<Row extends object>(
    begin: string,
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const client = await poolOf(this.dataSource)
      .connect()
      .catch((error: unknown) => {
        throw toDomainError(error);
      });
    holdUntilTickEnds(client);
    const answers = await Promise.allSettled([
      client.query(begin),
      client.query<Row>({ name, text, values: [...values] }),
      client.query('commit'),
    ]);
    const failures = answers
      .filter((answer) => answer.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    const cause = failures.find((reason) => !isEcho(reason));
    client.release(cause !== undefined && toDomainError(cause) !== cause);
    if (cause !== undefined) throw toDomainError(cause);
    return (answers[1] as PromiseFulfilledResult<QueryResult<Row>>).value.rows;
  }
}
