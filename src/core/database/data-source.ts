import pg from 'pg';
import { DataSource } from 'typeorm';
import { SettingsError } from '../../common/env.js';
import type { Connection } from './tenant-scope.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/migrations.js';

const INT8_OID = 20;

/** Parses bigint as a number: all of ours are amounts and counts far below 2^53. */
const types = {
  getTypeParser: (oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') =>
    (oid as number) === INT8_OID
      ? Number
      : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

/** A class that maps a table. */
export type EntityClass = new () => object;

/**
 * Creates the data source for the service, for migrations and for TypeORM's command line. Migrations are written by
 * hand; the schema is never synchronized from entities.
 */
export const createDataSource = (
  connection: Connection,
  entities: EntityClass[],
  poolSize: number,
): DataSource =>
  new DataSource({
    type: 'postgres',
    ...connection,
    entities,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
    logger: 'debug', // TypeORM's default logger writes failures to standard output even with `logging: false`
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'referrals',
    extra: {
      types,
      // Sends each statement without waiting for the answer to the previous one. `TenantReader` and `Transaction` depend
      // on this.
      pipeline: true,
      idleTimeoutMillis: 60_000,
      // A connection that fails while in use also emits an error event, which would end the process if nobody listened.
      // The running statement fails as well, and that error is handled. The listener is added here, so that the first
      // connection has it, too.
      onConnect: (client: pg.ClientBase) => void client.on('error', () => undefined),
      options: '-c statement_timeout=15s -c idle_in_transaction_session_timeout=15s',
    },
  });

/**
 * Connects a data source.
 * @throws SettingsError with a one-line message that gives the cause, but no address and no password
 */
export async function initializeDataSource(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    // When several addresses fail, the message is empty and only the code is set.
    const { message, code } = error as { message?: string; code?: string };
    throw new SettingsError(
      `Can't connect to the database: ${message === undefined || message === '' ? (code ?? 'no connection') : message}.`,
    );
  }
}

/**
 * Creates and connects the data source of the service.
 * @throws SettingsError with a one-line message
 */
export function connect(
  connection: Connection,
  entities: EntityClass[],
  poolSize: number,
): Promise<DataSource> {
  return initializeDataSource(createDataSource(connection, entities, poolSize));
}
