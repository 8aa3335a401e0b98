import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

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
export const canRun = (user: ServerUser, program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0;
