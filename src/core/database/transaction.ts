import type { PoolClient, QueryResult } from 'pg';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { isEcho, type Refusals, refusalFor } from './database.errors.js';
import { insertStatement } from './insert-statement.js';
import { holdUntilTickEnds } from './pool.js';
import type { Statement } from './statement.js';

/** Every entity of a tenant carries its tenant. */
export interface TenantOwned extends ObjectLiteral {
  tenantId: string;
}

/** More rows than this go out in several statements: each number of rows is a plan of its own. */
const MAX_ROWS = 100;

/** For how long a transaction may have no statement under way, in milliseconds; undefined: nobody looks. A number to inject. */
export const IDLE_LIMIT_MS = Symbol('idle limit');

type Of<Entity extends TenantOwned> = Omit<Entity, 'tenantId'> & ObjectLiteral;

/** Two statements in one message are answered by two results; the last one says what happened. */
const commandOf = (answer: QueryResult | QueryResult[]): string => [answer].flat().at(-1)?.command ?? '';

/**
 * What a story may do to the tables of one tenant. Statements leave at once and are answered in order; a story waits
 * only for the answers it needs, so that all of it takes as few round trips as it has decisions. The exception is what
 * goes by way of the ORM, one row off the hot paths: that leaves a moment later, so it is always awaited.
 */
export class Transaction {
  private readonly pending: Promise<unknown>[] = [];
  private readonly failures: unknown[] = [];
  private readonly callbacks: (() => void)[] = [];
  private underWay = 0;
  private idle: NodeJS.Timeout | undefined;

  /** @param idleLimitMs after which it fails, because it waits for something else than its statements */
  constructor(
    readonly tenantId: string,
    private readonly client: PoolClient,
    readonly manager: EntityManager,
    private readonly idleLimitMs?: number,
  ) {}

  /**
   * Queues rows for the tenant's table. Nothing is waited for: a failure, by way of `refusals` where a constraint has
   * a meaning, is the failure of the whole transaction.
   */
  insert<Entity extends TenantOwned>(
    entity: new () => Entity,
    rows: Of<Entity> | readonly Of<Entity>[],
    refusals: Refusals = {},
  ): void {
    const list = [rows].flat() as Of<Entity>[];
    const metadata = this.manager.dataSource.getMetadata(entity);
    for (let start = 0; start < list.length; start += MAX_ROWS) {
      const chunk = list.slice(start, start + MAX_ROWS);
      const { statement, columns } = insertStatement(metadata, chunk.length);
      const values = chunk.flatMap((row) =>
        columns.map(({ property, isJson }): unknown => {
          const value: unknown = property === 'tenantId' ? this.tenantId : row[property];
          return isJson && Array.isArray(value) ? JSON.stringify(value) : value; // pg would send an array of PostgreSQL's
        }),
      );
      this.queue(statement, values, refusals);
    }
  }

  /** Queues a statement by hand whose answer nobody needs; its failure is the failure of the whole transaction. */
  queue(statement: Statement, values: readonly unknown[], refusals: Refusals = {}): void {
    void this.track(this.send(statement, values), refusals);
  }

  /** Finds one of the tenant's rows, by way of the ORM; undefined when none matches. */
  async findOne<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<Entity | undefined> {
    const found = this.manager.findOneBy(entity, { ...where, tenantId: this.tenantId });
    return (await this.track(found, {})) ?? undefined;
  }

  /** Counts the tenant's rows that match, by way of the ORM. */
  count<Entity extends TenantOwned>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<number> {
    return this.track(this.manager.countBy(entity, { ...where, tenantId: this.tenantId }), {});
  }

  /**
   * Inserts a row, or gives the one with its primary key these values, by way of the ORM. Not its own `upsert`: that sets the
   * key too, which no grant allows.
   */
  async upsert<Entity extends TenantOwned>(entity: new () => Entity, row: Of<Entity>): Promise<void> {
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
   * Updates the tenant's rows that match, by way of the ORM.
   * @returns how many matched
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

  /** Deletes the tenant's rows that match, by way of the ORM. @returns how many there were */
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

  /** Sends a statement by hand, at once, and returns its rows. */
  async query<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.track(this.send<Row>(statement, values), {});
    return rows;
  }

  /**
   * Sends a statement that locks, then what reads behind the lock, in one round trip. `reads` is called only after the lock
   * has been sent, and PostgreSQL runs the statements of a connection in order: whatever `reads` awaits, it sees what the
   * lock's former holder has committed.
   * @returns the rows of the lock's statement, and what `reads` found
   */
  locked<Row extends object, Found>(
    lock: Statement,
    values: readonly unknown[],
    reads: () => Promise<Found>,
  ): Promise<[Row[], Found]> {
    const locking = this.track(this.send<Row>(lock, values), {});
    return Promise.all([locking.then(({ rows }) => rows), reads()]);
  }

  /** Calls back when the transaction has been committed, and never when it has not. The callback must not throw. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  /** Tells those who asked that it has been committed; for the unit of work only. */
  committed(): void {
    for (const callback of this.callbacks) callback();
  }

  /** Nothing more will come; for the unit of work only. */
  ended(): void {
    clearTimeout(this.idle);
  }

  /** Begins or ends the transaction; for the unit of work only. Answers with PostgreSQL's word for what happened. */
  control(text: string): Promise<string> {
    holdUntilTickEnds(this.client);
    return this.track(
      this.client.query(text).then((answer: QueryResult | QueryResult[]) => commandOf(answer)),
      {},
    );
  }

  /** When every statement has been answered: the first failure that is a cause, or undefined. */
  async settled(): Promise<unknown> {
    await Promise.all(this.pending);
    return this.failures.find((failure) => !isEcho(failure));
  }

  /**
   * Fails the transaction when no statement follows this one, and none is under way, for so long. A timer, and not a look at
   * the clock: it fires only when others had a turn meanwhile, so when the story really waits for something, and not when the
   * machine is busy.
   */
  private watched<T>(answer: Promise<T>, limitMs: number): Promise<T> {
    clearTimeout(this.idle);
    this.underWay += 1;
    return answer.finally(() => {
      this.underWay -= 1;
      if (this.underWay > 0) return;
      this.idle = setTimeout(() => {
        this.failures.push(new Error('A transaction waits for something else than its own statements.'));
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
    const watched = this.idleLimitMs === undefined ? answer : this.watched(answer, this.idleLimitMs);
    const tracked = watched.catch((error: unknown) => {
      const refusal = refusalFor(error, refusals);
      this.failures.push(refusal);
      throw refusal;
    });
    // Whoever waits for it sees the failure; whoever does not must not bring the process down.
    this.pending.push(tracked.catch(() => undefined));
    return tracked;
  }
}
