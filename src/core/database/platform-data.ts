import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { ambientTransaction } from './ambient-transaction.js';
import { ConnectionScheduler } from './connection-scheduler.js';
import { type Refusals, refusalFor, toDomainError } from './database.errors.js';
import { poolOf } from './pool.js';
import { withReplays } from './replays.js';
import type { Statement } from './statement.js';

/** The share of the platform in the connection scheduler. */
const PLATFORM = 'platform';

/**
 * Reads and writes data that belongs to no tenant: the tenants themselves and the state of the schema. Row-level
 * security hides the rows of tenants from it.
 */
@Injectable()
export class PlatformData {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: ConnectionScheduler,
  ) {}

  /**
   * Reads the rows of a statement. Reads again on another connection if one is lost.
   * @throws DomainError `database_unavailable`, `busy`
   */
  rows<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    // Uses the request's connection. Requests that each held one and waited for another would deadlock.
    return (
      ambientTransaction()?.query<Row>(statement, values) ??
      withReplays(() => this.withConnection(() => this.query<Row>(statement, values), statement.onBehalfOf))
    );
  }

  /**
   * Runs a statement that writes, once, and returns its rows.
   * @throws DomainError `database_unavailable`, `busy`
   */
  execute<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    return (
      ambientTransaction()?.query<Row>(statement, values) ??
      this.write(() => this.query<Row>(statement, values))
    );
  }

  /**
   * Inserts a row.
   * @throws the error of a violated constraint, or DomainError `database_unavailable`, `busy`
   */
  insert<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    row: QueryDeepPartialEntity<Entity>,
    refusals: Refusals,
  ): Promise<void> {
    return this.write(async () => {
      await this.manager.insert(entity, row);
    }, refusals);
  }

  /**
   * Updates the matching rows.
   * @throws DomainError `database_unavailable`, `busy`
   */
  update<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    where: FindOptionsWhere<Entity>,
    changes: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    return this.write(async () => {
      await this.manager.update(entity, where, changes);
    });
  }

  private get manager(): EntityManager {
    return ambientTransaction()?.manager ?? this.dataSource.manager;
  }

  private async query<Row extends object>(
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await poolOf(this.dataSource).query<Row>({ name, text, values: [...values] });
    return rows;
  }

  private async write<T>(work: () => Promise<T>, refusals: Refusals = {}): Promise<T> {
    try {
      return await this.withConnection(work);
    } catch (error) {
      throw toDomainError(refusalFor(error, refusals));
    }
  }

  private async withConnection<T>(work: () => Promise<T>, onBehalfOf: string = PLATFORM): Promise<T> {
    // A request's transaction already holds a connection.
    const release =
      ambientTransaction() === undefined
        ? await this.connections.acquire(onBehalfOf, 'interactive')
        : undefined;
    return work().finally(() => release?.());
  }
}
