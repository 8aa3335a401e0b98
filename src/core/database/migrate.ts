import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './tenant-scope.js';
import { SettingsError } from '../../common/env.js';
import { migrateJobs } from './job-tables.js';
import { createDataSource, initializeDataSource } from './data-source.js';

/** Any number that nothing else locks on. */
const MIGRATION_LOCK = 726_577;

/**
 * Brings the schema up to date, as its owner. Safe to run from many places at once: one migrates, the others wait.
 * @returns the names of the migrations that ran
 * @throws SettingsError in one line: no connection, or a migration that failed and left nothing behind
 */
export async function migrate(owner: Connection): Promise<string[]> {
  const dataSource = await initializeDataSource(createDataSource(owner, [], 1));
  try {
    await dataSource.query('set statement_timeout = 0'); // a migration takes the time it takes
    while (!(await tryLock())) await sleep(50);
    try {
      const ran = await dataSource.runMigrations();
      await migrateJobs(owner);
      return ran.map(({ name }) => name);
    } catch (error) {
      throw new SettingsError(`The schema can't be migrated: ${(error as Error).message}.`);
    }
  } finally {
    await dataSource.destroy();
  }

  /** A lock that is waited for would hold a snapshot and block `create index concurrently`; so it is asked for again. */
  async function tryLock(): Promise<boolean> {
    const [row] = await dataSource.query<[{ locked: boolean }]>(
      `select pg_try_advisory_lock(${MIGRATION_LOCK}) as locked`,
    );
    return row.locked;
  }
}
