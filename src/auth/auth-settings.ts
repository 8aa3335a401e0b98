import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from '../common/data-folder.js';
import { type Env, SettingsError } from '../common/env.js';
import type { AuthOptions } from './auth-options.js';

type Settings = Pick<Env, 'JWT_SECRET' | 'JWT_JWKS_URL' | 'JWT_ISSUER' | 'DATABASE_URL'>;

/**
 * How tokens are signed and verified. Beside the embedded database the secret is a random one if none is given, made once.
 * @throws SettingsError when a database is given, and nothing to verify tokens with
 */
export function authOptions(settings: Settings): AuthOptions {
  const { JWT_SECRET, JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, DATABASE_URL } = settings;
  if (JWT_SECRET !== undefined) return { secret: JWT_SECRET, jwksUrl, issuer };
  if (DATABASE_URL === undefined)
    return { secret: keptSecret(path.join(DATA_FOLDER, 'jwt-secret')), jwksUrl, issuer };
  if (jwksUrl !== undefined) return { jwksUrl, issuer };
  throw new SettingsError('JWT_SECRET: is needed when DATABASE_URL is set, or JWT_JWKS_URL.');
}

/** Readable by its owner only. A hard link fails when the name is taken: of two processes that start at once, one wins. */
function keptSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
