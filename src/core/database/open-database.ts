import pg from 'pg';
import { DATA_FOLDER, type Env } from '../../common/env.js';
import { type Connection, SERVICE_ROLE } from './tenant-scope.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';

const DATABASE = 'referrals';

export interface OpenDatabase {
  /** Connects as the unprivileged role of the service. */
  readonly service: Connection;
  /** Connects as the owner of the schema. Only the embedded database is migrated at start. */
  readonly owner?: Connection;
  readonly close: () => void;
}

/** Opens the database of `DATABASE_URL`, or starts the embedded one below `.data/`. */
export async function openDatabase({ DATABASE_URL }: Pick<Env, 'DATABASE_URL'>): Promise<OpenDatabase> {
  if (DATABASE_URL !== undefined) return { service: { url: DATABASE_URL }, close: () => undefined };
  const server = await startEmbeddedPostgres(`${DATA_FOLDER}/postgres`);
  await createDatabase(server.socketFolder);
  const as = (username: string): Connection => ({ host: server.socketFolder, username, database: DATABASE });
  return {
    service: as(SERVICE_ROLE),
    owner: as('postgres'),
    close: () => {
      server.stop();
    },
  };
}

/** Ignores duplicate_database, and the unique_violation of a concurrent creation. */
function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error as Error;
}

async function createDatabase(host: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreDuplicate);
  } finally {
    await client.end();
  }
}
