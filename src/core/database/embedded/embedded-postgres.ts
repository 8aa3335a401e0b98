import net from 'node:net';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../../../common/env.js';
import { binaries } from './binaries.js';
import { withLockFile, isAlive } from './lock-file.js';
import { privateFolder, serverFolder, serverUser, type ServerUser, socketFolder } from './server-folders.js';

const START_ATTEMPTS = 20;

/**
 * A running server. Its superuser `postgres` connects through a socket that only the server's user and root can open.
 */
export interface EmbeddedPostgres {
  readonly socketFolder: string;
  /** Stops the server, unless another process still uses it. */
  stop(): void;
}

/**
 * Starts the PostgreSQL that npm installed, with its own data folder. It listens on a private Unix socket and on no
 * port. Processes share one server: the first one starts it, the last one stops it.
 * @param folder for data, log and socket
 * @param settings of postgresql.conf
 * @throws Error that names the log when the server does not start
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const user = serverUser(path.join(folder, 'data'));
  const program = await binaries(user);
  const base = serverFolder(path.resolve(folder), user);
  const socket = socketFolder(base, user);
  const server = new Server(base, socket, user, program);
  await withLockFile(path.join(base, 'starting.lock'), async () => {
    if (!existsSync(path.join(server.data, 'PG_VERSION'))) server.create();
    await server.start(settings);
    server.users.add();
  });
  return {
    socketFolder: socket,
    stop: () => {
      if (server.users.removeSelf()) server.stop();
    },
  };
}

class Server {
  readonly data: string;
  readonly users: ServerUsers;
  private readonly log: string;

  constructor(
    base: string,
    private readonly socketFolder: string,
    private readonly user: ServerUser,
    private readonly program: (name: string) => string,
  ) {
    this.data = path.join(base, 'data');
    this.log = path.join(base, 'postgres.log');
    this.users = new ServerUsers(path.join(base, 'users'));
  }

  /** Creates an empty cluster and replaces one whose creation was interrupted. */
  create(): void {
    rmSync(this.data, { recursive: true, force: true });
    privateFolder(this.data, this.user);
    const args = [
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
    ];
    const { status, stderr, error } = this.run('initdb', [
      '-D',
      this.data,
      ...args,
      '--no-sync',
      '--no-instructions',
    ]);
    if (status !== 0)
      throw new Error(`PostgreSQL could not create its data folder: ${error?.message ?? stderr}`);
  }

  /** Starts the server unless it is running, and waits until it accepts connections. */
  async start(settings: Readonly<Record<string, string>>): Promise<void> {
    privateFolder(this.data, this.user);
    for (let attempt = 1; !(await this.isReady()); attempt++) {
      const ended = this.spawn({
        ...settings,
        listen_addresses: '',
        unix_socket_directories: this.socketFolder,
      });
      while (!ended() && !(await this.isReady())) await sleep(10);
      if (!ended()) continue;
      if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL did not start; see ${this.log}`);
      await sleep(250); // the processes of a crashed server can linger for a moment
    }
  }

  stop(): void {
    this.run('pg_ctl', ['-D', this.data, '-m', 'fast', '-w', 'stop']);
  }

  /** Detached, because Ctrl-C signals the whole process group and the server must outlive the application's shutdown. */
  private spawn(settings: Readonly<Record<string, string>>): () => boolean {
    const log = openSync(this.log, 'a');
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(
      this.program('postgres'),
      ['-D', this.data, '-c', 'unix_socket_permissions=0700', ...options],
      {
        ...this.user,
        env: childEnv(),
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    closeSync(log);
    child.unref();
    let ended = false;
    child.on('exit', () => (ended = true)).on('error', () => (ended = true));
    return () => ended;
  }

  /** The eighth line of postmaster.pid says `ready`. Only a connection proves that the file was not left by a crash. */
  private async isReady(): Promise<boolean> {
    const file = path.join(this.data, 'postmaster.pid');
    if (!existsSync(file)) return false;
    const state = readFileSync(file, 'utf8').split('\n')[7] ?? '';
    return state.startsWith('ready') && (await this.accepts());
  }

  private accepts(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = net.connect(path.join(this.socketFolder, '.s.PGSQL.5432'), () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => {
        resolve(false);
      });
    });
  }

  private run(name: string, args: string[]): { status: number | null; stderr: string; error?: Error } {
    return spawnSync(this.program(name), args, { ...this.user, env: childEnv(), cwd: '/', encoding: 'utf8' });
  }
}

/** Records which processes use the server, with one file for each process id. */
class ServerUsers {
  constructor(private readonly folder: string) {}

  add(): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path.join(this.folder, String(process.pid)), '');
  }

  /**
   * Removes this process, and the files of processes that have ended.
   * @returns true when no other process uses the server
   */
  removeSelf(): boolean {
    rmSync(path.join(this.folder, String(process.pid)), { force: true });
    const pids = readdirSync(this.folder).map(Number);
    for (const pid of pids.filter((id) => !isAlive(id)))
      rmSync(path.join(this.folder, String(pid)), { force: true });
    return !pids.some(isAlive);
  }
}
