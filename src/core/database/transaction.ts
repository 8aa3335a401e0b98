import type { PoolClient, QueryResult } from 'pg';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { isEcho, type Refusals, refusalFor } from './database.errors.js';
import { insertStatement } from './insert-statement.js';
import { holdUntilTickEnds } from './pool.js';
import type { Statement } from './statement.js';

/** An entity that belongs to a tenant. */
export interface TenantOwned extends ObjectLiteral {
  tenantId: string;
}

/** The maximum number of rows in one INSERT. Each number of rows has a prepared statement of its own. */
const MAX_ROWS = 100;

/** Injection token for the time that a transaction may be idle between statements, in milliseconds; undefined for no limit. */
export const IDLE_LIMIT_MS = Symbol('idle limit');

type RowOf<Entity extends TenantOwned> = Omit<Entity, 'tenantId'> & ObjectLiteral;

/** Returns the command of the last result. A message with two statements has two results. */
const commandOf = (answer: QueryResult | QueryResult[]): string => [answer].flat().at(-1)?.command ?? '';

/**
 * A transaction on the tables of one tenant. Statements are sent at once and answered in order. A caller awaits only the
 * results that it needs, so a unit of work takes no more round trips than it has decisions. The methods that use the ORM are
 * an exception: they send their statement a moment later, so they are always awaited. They are not used on hot paths.
 */
export class Transaction {
  private readonly pending: Promise<unknown>[] = [];
  private readonly failures: unknown[] = [];
  private readonly callbacks: (() => void)[] = [];
  private inFlight = 0;
  private idle: NodeJS.Timeout | undefined;

  /** @param idleLimitMs fails the transaction after this time without a statement, because it waits for something else */
  constructor(
    readonly tenantId: string,
    private readonly client: PoolClient,
    readonly manager: EntityManager,
    private readonly idleLimitMs?: number,
  ) {}

  /**
   * Inserts rows without waiting for the result. A failure fails the whole transaction; `refusals` translates the violation
   * of a constraint into an error of the domain.
   */
  insert<Entity extends TenantOwned>(
    entity: new () => Entity,
    rows: RowOf<Entity> | readonly RowOf<Entity>[],
    refusals: Refusals = {},
  ): void {
    const list = [rows].flat() as RowOf<Entity>[];
    const metadata = this.manager.dataSource.getMetadata(entity);
    for (let start = 0; start < list.length; start += MAX_ROWS) {
      const chunk = list.slice(start, start + MAX_ROWS);
      const { statement, columns } = insertStatement(metadata, chunk.length);
      const values = chunk.flatMap((row) =>
        columns.map(({ property, isJson }): unknown => {
          const value: unknown = property === 'tenantId' ? this.tenantId : row[property];
          return isJson && Array.isArray(value) ? JSON.stringify(value) : value; // pg would send a PostgreSQL array
        }),
      );
      this.queue(statement, values, refusals);
    }
  }

  /** Sends a handwritten statement without waiting for the result. A failure fails the whole transaction. */
  queue(statement: Statement, values: readonly unknown[], refusals: Refusals = {}): void {
    void this.track(this.send(statement, values), refusals);
  }

  /** Finds one of the tenant's rows through the ORM; undefined if none matches. */
  async findOne<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<Entity | undefined> {
    const found = this.manager.findOneBy(entity, { ...where, tenantId: this.tenantId });
    return (await this.track(found, {})) ?? undefined;
  }

  /** Counts the tenant's matching rows through the ORM. */
  count<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<number> {
    return this.track(this.manager.countBy(entity, { ...where, tenantId: this.tenantId }), {});
  }

  /**
   * Inserts a row, or updates the row with the same primary key, through the ORM. Does not use the `upsert` of the ORM, which
   * also sets the key; no grant allows that.
   */
  async upsert<Entity extends TenantOwned>(entity: new () => Entity, row: RowOf<Entity>): Promise<void> {
    const { columns, primaryColumns } = this.manager.dataSource.getMetadata(entity);
    const names = (some: typeof columns): string[] => some.map(({ databaseName }) => databaseName);
    const insert = this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values({ ...row, tenantId: this.tenantId } as unknown as QueryDeepPartialEntity<Entity>)
      .orUpdate(names(columns.filter(({ isPrimary }) => !isPrimary)), names(primaryColumns));
    await this.track(insert.execute(), {});
  }

  /**
   * Updates the tenant's matching rows through the ORM.
   * @returns the number of matching rows
   * @throws the refusal of a violated constraint
   */
  async update<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
    changes: QueryDeepPartialEntity<Entity>,
    refusals: Refusals = {},
  ): Promise<number> {
    const { affected } = await this.track(
      this.manager.update(entity, { ...where, tenantId: this.tenantId }, changes),
      refusals,
    );
    return affected ?? 0;
  }

  /** Deletes the tenant's matching rows through the ORM. @returns the number of deleted rows */
  async delete<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<number> {
    const { affected } = await this.track(
      this.manager.delete(entity, { ...where, tenantId: this.tenantId }),
      {},
    );
    return affected ?? 0;
  }

  /** Sends a handwritten statement at once, and returns its rows. */
  async query<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.track(this.send<Row>(statement, values), {});
    return rows;
  }

  /**
   * Sends a statement that locks and the reads that depend on the lock, in one round trip. `reads` is called only after the
   * lock has been sent, and PostgreSQL runs the statements of a connection in order. So the reads see everything that the
   * lock's former holder committed, even if `reads` awaits something in between.
   * @returns the rows of the lock's statement, and the result of `reads`
   */
  locked<Row extends object, Found>(
    lock: Statement,
    values: readonly unknown[],
    reads: () => Promise<Found>,
  ): Promise<[Row[], Found]> {
    const locking = this.track(this.send<Row>(lock, values), {});
    return Promise.all([locking.then(({ rows }) => rows), reads()]);
  }

  /** Calls back after the transaction has been committed, and not at all after a rollback. The callback must not throw. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Runs the callbacks of `afterCommit`. For the unit of work only. */
  runCallbacks(): void {
    for (const callback of this.callbacks) callback();
  }

  /** Stops the idle timer, because no more statements follow. For the unit of work only. */
  stopWatching(): void {
    clearTimeout(this.idle);
  }

  /** Begins or ends the transaction. For the unit of work only. @returns the command that PostgreSQL reports, such as COMMIT */
  control(text: string): Promise<string> {
    holdUntilTickEnds(this.client);
    return this.track(
      this.client.query(text).then((answer: QueryResult | QueryResult[]) => commandOf(answer)),
      {},
    );
  }

  /** Waits until every statement is answered. @returns the first failure that is not a consequence of another, or undefined */
  async settled(): Promise<unknown> {
    await Promise.allSettled(this.pending);
    return this.failures.find((failure) => !isEcho(failure));
  }

  /**
   * Fails the transaction if no statement follows this one, and none is in progress, for the given time. Uses a timer instead
   * of comparing times: a timer fires only after the event loop had a turn, so it fires when the caller waits for something
   * else, and not because the machine is busy.
   */
  private watchIdle<T>(answer: Promise<T>, limitMs: number): Promise<T> {
    clearTimeout(this.idle);
    this.inFlight += 1;
    return answer.finally(() => {
      this.inFlight -= 1;
      if (this.inFlight > 0) return;
      this.idle = setTimeout(() => {
        this.failures.push(
          new Error('A transaction is waiting for something other than its own statements.'),
        );
      }, limitMs).unref();
    });
  }

  private send<Row extends object>(
    { name, text }: Statement,
    values: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    holdUntilTickEnds(this.client);
    return this.client.query<Row>({ name, text, values: [...values] });
  }

  private track<T>(answer: Promise<T>, refusals: Refusals): Promise<T> {
    const watched = this.idleLimitMs === undefined ? answer : this.watchIdle(answer, this.idleLimitMs);
    const tracked = watched.catch((error: unknown) => {
      const refusal = refusalFor(error, refusals);
      this.failures.push(refusal);
      // A caller that awaits it gets the failure. A rejection that nobody awaits must not end the process. Handled only now,
      // because V8 shows no async callers of a promise with two reactions.
      void tracked.catch(() => undefined);
      throw refusal;
    });
    this.pending.push(tracked);
    return tracked;
  }
}
