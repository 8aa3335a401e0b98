import { spawnSync } from 'node:child_process';

/** Whom the server runs as; empty for the user who started us. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root, so root runs it as `postgres`, or else as `nobody`. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** True when that user can run the program. */
export const canRun = (user: ServerUser, program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0;
