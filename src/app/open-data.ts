import type { DataSource } from 'typeorm';
import type { Env } from '../common/env.js';
import { ConnectionScheduler } from '../core/database/connection-scheduler.js';
import { connect, type EntityClass } from '../core/database/data-source.js';
import { migrate } from '../core/database/migrate.js';
import { openDatabase } from '../core/database/open-database.js';
import { PlatformData } from '../core/database/platform-data.js';
import { assertServiceRole } from '../core/database/service-role.js';
import type { Connection } from '../core/database/tenant-scope.js';

/** The database, connected and checked. */
export interface OpenData {
  readonly dataSource: DataSource;
  /** The connection settings of the service's role, for code that needs connections of its own. */
  readonly connection: Connection;
  readonly close: () => Promise<void>;
}

/**
 * Opens the configured database, migrates it if it is embedded, and checks its role and its schema.
 * @param entities the entities that TypeORM maps
 * @param progress receives progress messages, one line at a time
 * @throws SettingsError with a one-line message, for a problem that the operator can fix
 */
export async function openData(
  { DATABASE_URL, DATABASE_POOL }: Pick<Env, 'DATABASE_URL' | 'DATABASE_POOL'>,
  entities: EntityClass[],
  progress: (line: string) => void = () => undefined,
): Promise<OpenData> {
  const database = await openDatabase({ DATABASE_URL });
  try {
    progress(DATABASE_URL === undefined ? 'embedded PostgreSQL is up' : 'using DATABASE_URL');
    if (database.owner !== undefined) {
      const ran = await migrate(database.owner);
      if (ran.length > 0) progress(`schema migrated (${ran.length} new)`);
    }
    const dataSource = await connect(database.service, entities, DATABASE_POOL);
    const close = async (): Promise<void> => {
      await dataSource.destroy();
      database.close();
    };
    await assertServiceRole(new PlatformData(dataSource, new ConnectionScheduler(DATABASE_POOL))).catch(
      async (error: unknown) => {
        await dataSource.destroy();
        throw error;
      },
    );
    return { dataSource, connection: database.service, close };
  } catch (error) {
    database.close();
    throw error;
  }
}
