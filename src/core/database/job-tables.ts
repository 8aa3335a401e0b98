import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Connection, SERVICE_ROLE } from './tenant-scope.js';

/** Where graphile-worker keeps its jobs. They carry ids only, and belong to no tenant. */
const SCHEMA = 'graphile_worker';

/**
 * graphile-worker locks its tables to their owner; the service works on them as the role it is. A policy for each table
 * that has row-level security, made anew each time, because an update of the library may bring another table.
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
 * A pool for jobs. A connection that dies says so by an event; whoever uses the next one finds out what is the matter.
 * @param connections the most there will ever be
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

/** Brings the tables of the job queue up to date, as the schema's owner. */
export async function migrateJobs(owner: Connection): Promise<void> {
  const pgPool = jobPool(owner, 2);
  try {
    await runMigrations({ pgPool });
    await pgPool.query(GRANTS);
  } finally {
    await pgPool.end();
  }
}
