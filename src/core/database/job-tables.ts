import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Connection, SERVICE_ROLE } from './tenant-scope.js';

/** The schema of graphile-worker. Its jobs contain ids only and belong to no tenant. */
const SCHEMA = 'graphile_worker';

/**
 * graphile-worker restricts its tables to their owner, so the service's role needs a policy for each table with
 * row-level security. Recreated on every run, because an update of the library may add a table.
 */
const GRANTS = `
  grant usage on schema ${SCHEMA} to ${SERVICE_ROLE};
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${SERVICE_ROLE};
  grant usage on all sequences in schema ${SCHEMA} to ${SERVICE_ROLE};
  do $$ declare job_table regclass; begin
    for job_table in select oid from pg_class where relnamespace = '${SCHEMA}'::regnamespace and relrowsecurity loop
      execute format('drop policy if exists service on %s', job_table);
      execute format('create policy service on %s to ${SERVICE_ROLE} using (true) with check (true)', job_table);
    end loop;
  end $$`;

/**
 * Creates the connection pool for jobs. The error event of a lost connection is ignored; the next query reports it.
 * @param connections the size of the pool
 */
export function jobPool(connection: Connection, connections: number): pg.Pool {
  const address =
    'url' in connection
      ? { connectionString: connection.url }
      : { host: connection.host, user: connection.username, database: connection.database };
  const pool = new pg.Pool({ ...address, max: connections, application_name: 'referrals jobs' });
  const ignore = (): void => undefined;
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
}

/** Migrates the tables of the job queue, as the owner of the schema. */
export async function migrateJobs(owner: Connection): Promise<void> {
  const pgPool = jobPool(owner, 2);
  try {
    await runMigrations({ pgPool });
    await pgPool.query(GRANTS);
  } finally {
    await pgPool.end();
  }
}
