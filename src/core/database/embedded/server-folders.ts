import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { SettingsError } from '../../../common/env.js';

/** Whom the server runs as; empty for the user who started us. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as whom the data belongs to, or else as `postgres`, or `nobody`.
 * @param data the data folder, if it is there already
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

/** True when that user can run the program. */
export const canExecute = (user: ServerUser, program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0;

/** Where root keeps what its server's user can't reach below the checkout. */
const SHARED_STATE = '/var/tmp';
/** The longest path a Unix socket may have, with room for the file's name. */
const MAX_SOCKET_FOLDER = 80;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The same place for the same origin, in a folder that only root can write to. */
export function sharedFolder(kind: string, origin: string): string {
  const parent = path.join(SHARED_STATE, kind);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  assertOwner(parent, [0]);
  return path.join(parent, digest(origin));
}

/** The folder of a server: the one asked for, or for root one that its server's user can reach. */
export function serverFolder(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true });
  if (user.uid === undefined || canExecute(user, 'test', '-x', folder)) return folder;
  const elsewhere = sharedFolder('referrals-data', folder);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  return elsewhere;
}

/** Where the server's socket is: in its folder, or where that path is too long, in the system's for such things. */
export function socketFolder(base: string, user: ServerUser): string {
  const inside = path.join(base, 'socket');
  const short = path.join(os.tmpdir(), `referrals-${digest(base)}`);
  return privateFolder(inside.length <= MAX_SOCKET_FOLDER ? inside : short, user);
}

/** Makes a folder that belongs to the server's user and is closed to others. */
export function privateFolder(folder: string, { uid, gid }: ServerUser): string {
  assertOwner(folder, [process.getuid?.(), uid]);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o700); // a restored copy may have lost it
  return folder;
}

/** Somebody who made the folder first could put a database of their own in our way. */
function assertOwner(folder: string, owners: readonly (number | undefined)[]): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const known = owners.every((owner) => owner === undefined); // a platform without owners
  if (found === undefined || known || (found.isDirectory() && owners.includes(found.uid))) return;
  throw new SettingsError(`${folder} belongs to somebody else: remove it.`);
}
