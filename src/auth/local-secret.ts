import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from '../common/data-folder.js';
import { type Env, SettingsError } from '../common/env.js';

/**
 * The secret that tokens are signed with: `JWT_SECRET`, or beside the embedded database a random one, made once.
 * @throws SettingsError when a database is given and no secret
 */
export function tokenSecret({ JWT_SECRET, DATABASE_URL }: Pick<Env, 'JWT_SECRET' | 'DATABASE_URL'>): string {
  if (JWT_SECRET !== undefined) return JWT_SECRET;
  if (DATABASE_URL !== undefined) throw new SettingsError('JWT_SECRET: is needed when DATABASE_URL is set.');
  return keptSecret(path.join(DATA_FOLDER, 'jwt-secret'));
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
