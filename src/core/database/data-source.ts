import pg from 'pg';
import { DataSource } from 'typeorm';
import { SettingsError } from '../../common/env.js';
import type { Connection } from './tenant-scope.js';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations/migrations.js';

const INT8_OID = 20;

/** bigint arrives as a number: every one of ours is an amount or a count far below 2^53. */
const types = {
  getTypeParser: (oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') =>
    (oid as number) === INT8_OID
      ? Number
      : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

/** A class that maps a table. */
export type EntityClass = new () => object;

/**
 * The one definition of a data source: for the service, for migrations and for TypeORM's own command line.
 * Migrations are written by hand: nothing is ever synchronised from entities.
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
    logger: 'debug', // TypeORM's own would write failures to standard output whatever `logging` says
    poolSize,
    connectTimeoutMS: 5_000,
    applicationName: 'referrals',
    extra: {
      types,
      // Statements go out without waiting for the answer to the one before; the doors below depend on it.
      pipeline: true,
      idleTimeoutMillis: 60_000,
      // A connection that dies in use says so by an event too, which ends the process if nobody listens. The statement
      // under way fails, and that is what counts. Here, so that the pool's first connection has it as well.
      onConnect: (client: pg.ClientBase) => void client.on('error', () => undefined),
      options: '-c statement_timeout=15s -c idle_in_transaction_session_timeout=15s',
    },
  });

/**
 * Connects a data source.
 * @throws SettingsError in one line that says why it can't; no address and no password is in it
 */
export async function initializeDataSource(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    // Of several addresses tried, the message is empty and the code is what there is.
    const { message, code } = error as { message?: string; code?: string };
    throw new SettingsError(
      `The database can't be used: ${message === undefined || message === '' ? (code ?? 'no connection') : message}.`,
    );
  }
}

/** Connects the service. @throws SettingsError */
export function connect(
  connection: Connection,
  entities: EntityClass[],
  poolSize: number,
): Promise<DataSource> {
  return initializeDataSource(createDataSource(connection, entities, poolSize));
}
