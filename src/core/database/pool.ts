import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** Returns the pool of TypeORM, which `UnitOfWork` and `TenantReader` share. TypeORM exposes it without a type. */
export const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as PostgresDriver).master as Pool;

/** Returns the maximum number of connections in the pool. */
export const poolSizeOf = (dataSource: DataSource): number =>
  (dataSource.options as { poolSize?: number }).poolSize ?? 1;

/**
 * Buffers writes to the connection until the current tick ends, so that statements sent together leave in
 * one packet. pg does not expose the connection's stream (docs/adr/0029-what-typeorm-does.md, "Private parts").
 */
export function holdUntilTickEnds(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}
