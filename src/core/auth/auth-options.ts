import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DATA_FOLDER, type Env, SettingsError } from '../../common/env.js';

/** Tokens are signed with a secret shared with the platform: HS256. */
interface BySecret {
  /** At least 32 characters. */
  readonly secret: string;
  readonly jwksUrl?: string | undefined;
}

/** Tokens are signed with a private key that only the platform has: RS256, ES256 or EdDSA. */
interface ByPublicKeys {
  readonly secret?: undefined;
  /** The address of the public keys. */
  readonly jwksUrl: string;
}

/** The options for signing and verifying tokens. When both methods are configured, the `alg` of each token selects one. */
export type AuthOptions = { readonly issuer: string } & (BySecret | ByPublicKeys);

export const AUTH_OPTIONS = Symbol('auth options');

/** The tolerated difference between our clock and the signer's. */
export const LEEWAY_SECONDS = 30;

type Settings = Pick<Env, 'JWT_SECRET' | 'JWT_JWKS_URL' | 'JWT_ISSUER' | 'DATABASE_URL'>;

/**
 * Derives the token options from the settings. With the embedded database, a missing secret is generated once and
 * stored.
 * @throws SettingsError when a database is configured but no method to verify tokens
 */
export function authOptions(settings: Settings): AuthOptions {
  const { JWT_SECRET, JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, DATABASE_URL } = settings;
  if (JWT_SECRET !== undefined) return { secret: JWT_SECRET, jwksUrl, issuer };
  if (DATABASE_URL === undefined)
    return { secret: loadOrCreateSecret(path.join(DATA_FOLDER, 'jwt-secret')), jwksUrl, issuer };
  if (jwksUrl !== undefined) return { jwksUrl, issuer };
  throw new SettingsError('JWT_SECRET: this or JWT_JWKS_URL is required when DATABASE_URL is set.');
}

/**
 * Creates a file that only its owner can read. Creating a hard link fails when the name exists, so of two processes
 * that start at once, one wins.
 */
function loadOrCreateSecret(file: string): string {
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
