import { SettingsError } from '../../common/env.js';
import type { PlatformData } from './platform-data.js';
import type { Statement } from './statement.js';
import { LATEST_MIGRATION, MIGRATIONS_TABLE } from './migrations/migrations.js';

/** A role is privileged when it, or a role it can become, bypasses row-level security or owns a table of the schema. */
const PRIVILEGES = {
  name: 'role_privileges',
  text: `
    select session_user as role,
           exists (select from pg_roles r
                    where (r.rolsuper or r.rolbypassrls) and pg_has_role(session_user, r.oid, 'member')) as bypasses,
           exists (select from pg_class c
                    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                      and pg_has_role(session_user, c.relowner, 'member')) as owns`,
};

const MIGRATED: Statement = {
  onBehalfOf: 'readiness',
  name: 'schema_is_migrated',
  text: `select from ${MIGRATIONS_TABLE} where name = $1`,
};

/** Returns true when every migration that this code needs has run. */
export const isMigrated = async (reader: PlatformData): Promise<boolean> =>
  (await reader.rows(MIGRATED, [LATEST_MIGRATION]).catch(undefinedTable)).length === 1;

/** Returns no rows for undefined_table (not migrated) and insufficient_privilege (not for this role). */
const undefinedTable = (error: unknown): [] => {
  const { code } = error as { code?: string };
  if (code === '42P01' || code === '42501') return [];
  throw error;
};

/**
 * Refuses to serve from a database where row-level security would not apply.
 * @throws SettingsError with a one-line message: the role can bypass row-level security, or the schema is not migrated
 */
export async function assertServiceRole(reader: PlatformData): Promise<void> {
  const [found] = await reader.rows<{ role: string; bypasses: boolean; owns: boolean }>(PRIVILEGES);
  if (found === undefined || found.bypasses || found.owns) {
    throw new SettingsError(
      `DATABASE_URL: the role ${found?.role ?? ''} is privileged and would bypass row-level security; connect as referral_service.`,
    );
  }
  if (!(await isMigrated(reader))) {
    throw new SettingsError(
      'The database is not migrated, or this role has no access: run `npm run migrate` with DATABASE_URL set to its owner, and connect as referral_service.',
    );
  }
}
