import type { AuthOptions } from '../src/core/auth/auth-options.js';
import { SERVICE_ROLE } from '../src/core/database/tenant-scope.js';
import type { BenchDatabase } from './bench-database.js';
import type { BenchTenant } from './data.js';
import type { Program } from './server-process.js';

export const AUTH: AuthOptions = { secret: 'a-bench-secret-of-at-least-32-characters', issuer: 'referrals' };
const PUBLIC_URL = 'https://portal.example.com';

/**
 * Describes how to run the service as `npm start` and the image do.
 * @param settings environment variables that replace those below
 */
export const serviceProgram = (
  database: BenchDatabase,
  settings: Readonly<Record<string, string>> = {},
): Program => ({
  script: 'dist/src/main.js',
  flags: ['--max-semi-space-size=4', '--enable-source-maps'],
  env: (port) => ({
    NODE_ENV: 'production',
    DATABASE_URL: database.urlAs(SERVICE_ROLE),
    DATABASE_POOL: '10',
    JWT_SECRET: AUTH.secret,
    JWT_ISSUER: AUTH.issuer,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_PUBLIC: '0',
    RATE_LIMIT_TENANT: '0',
    JOBS: '0',
    DEMO: '0',
    ...settings,
  }),
});

/** Describes how to run the floor. It connects as the superuser, past row-level security. */
export const floorProgram = (database: BenchDatabase, tenant: BenchTenant): Program => ({
  script: 'dist/bench/floor.js',
  env: () => ({ NODE_ENV: 'production' }),
  args: (port) => [database.urlAs('postgres'), String(port), tenant.slug, PUBLIC_URL],
});
