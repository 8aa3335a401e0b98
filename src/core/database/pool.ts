import type { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** Returns TypeORM's own connection pool, which it types as `any`. */
export const poolOf = (dataSource: DataSource): Pool =>
  (dataSource.driver as unknown as { master: Pool }).master;

/** Returns the maximum number of connections in the pool. */
export const poolSizeOf = (dataSource: DataSource): number =>
  (dataSource.options as { poolSize?: number }).poolSize ?? 1;

/**
 * Buffers writes to the connection until the current tick ends, so that statements sent together leave in one packet.
 * pg types its connection as private to the client.
 */
export function holdUntilTickEnds(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}
