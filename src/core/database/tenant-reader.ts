import { Injectable } from '@nestjs/common';
import type { QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { ambientTransaction } from './ambient-transaction.js';
import { ConnectionScheduler } from './connection-scheduler.js';
import { isEcho, toDomainError } from './database.errors.js';
import { holdUntilTickEnds, poolOf } from './pool.js';
import { withReplays } from './replays.js';
import type { Statement } from './statement.js';
import type { Transaction } from './transaction.js';
import { beginAs } from './tenant-scope.js';

/**
 * Reads with one named statement in a read-only transaction of one tenant, in one round trip. Row-level security backs up
 * the statement: even one without a condition on the tenant returns no rows of another tenant.
 *
 * Two alternatives were tried and rejected: all four steps before a single Sync, through pg's private API; and
 * `set local …; execute name(…)` with the values as literals. Each saves a part of the difference that `npm run bench`
 * shows to reads without a tenant's context, but not enough to justify its drawbacks.
 */
@Injectable()
export class TenantReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: ConnectionScheduler,
  ) {}

  /**
   * Returns the rows of a statement.
   * @param tx reads in this transaction, and sees its writes. Defaults to the transaction of a request with an
   *   `Idempotency-Key`, if there is one
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
      : this.readInOwnTransaction<Row>(tenantId, statement, values);
  }

  /** Returns the first of the rows, or undefined. @throws the same errors as `rows` */
  async row<Row extends object>(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
    tx?: Transaction,
  ): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(tenantId, statement, values, tx);
    return first;
  }

  private readInOwnTransaction<Row extends object>(
    tenantId: string,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { onBehalfOf = tenantId, priority = 'interactive' } = statement;
    return withReplays(async () => {
      const begin = beginAs(tenantId, 'read only');
      const release = await this.connections.acquire(onBehalfOf, priority);
      return this.read<Row>(begin, statement, values).finally(release);
    });
  }

  private async read<Row extends object>(
    begin: string,
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const client = await poolOf(this.dataSource).connect();
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
    if (cause !== undefined) throw cause as Error;
    return (answers[1] as PromiseFulfilledResult<QueryResult<Row>>).value.rows;
  }
}
