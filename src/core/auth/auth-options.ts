import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DATA_FOLDER, type Env, SettingsError } from '../../common/env.js';

/** Tokens are signed with a secret that the platform shares with us: HS256. */
interface BySecret {
  /** At least 32 characters. */
  readonly secret: string;
  readonly jwksUrl?: string | undefined;
}

/** Tokens are signed with a key that only the platform has: RS256, ES256, EdDSA. */
interface ByPublicKeys {
  readonly secret?: undefined;
  /** Where the public keys are. */
  readonly jwksUrl: string;
}

/** How tokens are signed and verified. Where both ways are open, each token goes the way that its `alg` says. */
export type AuthOptions = { readonly issuer: string } & (BySecret | ByPublicKeys);

export const AUTH_OPTIONS = Symbol('auth options');

/** How far the clock of whoever signs may be off. */
export const LEEWAY_SECONDS = 30;

type Settings = Pick<Env, 'JWT_SECRET' | 'JWT_JWKS_URL' | 'JWT_ISSUER' | 'DATABASE_URL'>;

/**
 * How tokens are signed and verified. Beside the embedded database the secret is a random one if none is given, made once.
 * @throws SettingsError when a database is given, and nothing to verify tokens with
 */
export function authOptions(settings: Settings): AuthOptions {
  const { JWT_SECRET, JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, DATABASE_URL } = settings;
  if (JWT_SECRET !== undefined) return { secret: JWT_SECRET, jwksUrl, issuer };
  if (DATABASE_URL === undefined)
    return { secret: loadOrCreateSecret(path.join(DATA_FOLDER, 'jwt-secret')), jwksUrl, issuer };
  if (jwksUrl !== undefined) return { jwksUrl, issuer };
  throw new SettingsError('JWT_SECRET: is needed when DATABASE_URL is set, or JWT_JWKS_URL.');
}

/** Readable by its owner only. A hard link fails when the name is taken: of two processes that start at once, one wins. */
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
