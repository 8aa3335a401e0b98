import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { SettingsError } from '../../../common/env.js';

/** The user that the server runs as. Empty for the current user. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/**
 * Returns the user to run PostgreSQL as. It refuses to run as root, so root runs it as the owner of the data, or else
 * as `postgres` or `nobody`.
 * @param data the data folder, which may not exist yet
 */
export function serverUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Returns true when the user can run the program. */
export const canExecute = (user: ServerUser, program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0;

/** The parent of folders that the server's user needs but can't reach below the checkout. */
const SHARED_STATE = '/var/tmp';
/** The longest folder path that leaves room for the file name in the path of a Unix socket. */
const MAX_SOCKET_FOLDER = 80;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Returns the same folder for the same origin, inside a parent that only root can write to. */
export function sharedFolder(kind: string, origin: string): string {
  const parent = path.join(SHARED_STATE, kind);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  assertOwner(parent, [0]);
  return path.join(parent, digest(origin));
}

/** Returns the folder of a server: the requested one, or for root one that the server's user can reach. */
export function serverFolder(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true });
  if (user.uid === undefined || canExecute(user, 'test', '-x', folder)) return folder;
  const elsewhere = sharedFolder('referrals-data', folder);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return elsewhere;
}

/**
 * Returns the folder of the server's socket: inside its own folder, or in the system's temporary folder if that path is
 * too long.
 */
export function socketFolder(base: string, user: ServerUser): string {
  const inside = path.join(base, 'socket');
  const short = path.join(os.tmpdir(), `referrals-${digest(base)}`);
  return privateFolder(inside.length <= MAX_SOCKET_FOLDER ? inside : short, user);
}

/** Creates a folder that belongs to the server's user and is closed to others. */
export function privateFolder(folder: string, { uid, gid }: ServerUser): string {
  assertOwner(folder, [process.getuid?.(), uid]);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o700); // a restored backup may have lost it
  return folder;
}

/** Rejects a folder that somebody else owns: they could have put their own database there. */
function assertOwner(folder: string, owners: readonly (number | undefined)[]): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const known = owners.every((owner) => owner === undefined); // a platform without file owners
  if (found === undefined || known || (found.isDirectory() && owners.includes(found.uid))) return;
  throw new SettingsError(`${folder} belongs to another user. Remove it.`);
}
