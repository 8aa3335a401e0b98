import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from './tenant-scope.js';
import { SettingsError } from '../../common/env.js';
import { migrateJobs } from './job-tables.js';
import { createDataSource, initializeDataSource } from './data-source.js';

/** An arbitrary number that no other advisory lock uses. */
const MIGRATION_LOCK = 726_577;

/**
 * Migrates the schema, as its owner. Safe to run concurrently: one process migrates, the others wait.
 * @returns the names of the migrations that ran
 * @throws SettingsError with a one-line message: no connection, or a migration that failed and was rolled back
 */
export async function migrate(owner: Connection): Promise<string[]> {
  const dataSource = await initializeDataSource(createDataSource(owner, [], 1));
  try {
    await dataSource.query('set statement_timeout = 0'); // a migration may take as long as it needs
    while (!(await tryLock())) await sleep(50);
    try {
      const ran = await dataSource.runMigrations();
      await migrateJobs(owner);
      return ran.map(({ name }) => name);
    } catch (error) {
      throw new SettingsError(`The migration failed: ${(error as Error).message}.`);
    }
  } finally {
    await dataSource.destroy();
  }

  /** Polls the lock. Waiting for it in PostgreSQL would hold a snapshot and block `create index concurrently`. */
  async function tryLock(): Promise<boolean> {
    const [row] = await dataSource.query<[{ locked: boolean }]>(
      `select pg_try_advisory_lock(${MIGRATION_LOCK}) as locked`,
    );
    return row.locked;
  }
}
