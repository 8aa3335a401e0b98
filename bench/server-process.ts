import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../src/common/env.js';
import type { Ending } from './ending.js';
import { HttpConnection } from './http-connection.js';

const PATIENCE_MS = 30_000;
const READY = 'GET /health/ready HTTP/1.1\r\nhost: localhost\r\n\r\n';

export interface Program {
  readonly script: string;
  /** Flags of Node itself. */
  readonly flags?: readonly string[];
  readonly args?: (port: number) => string[];
  readonly env?: (port: number) => Record<string, string>;
}

/** Runs a server under measurement in a process of its own. */
export class ServerProcess {
  private constructor(
    readonly pid: number,
    readonly port: number,
    /** Milliseconds from the start of the process to its first 200. */
    readonly readyAfterMs: number,
    private readonly child: ChildProcess,
  ) {}

  /** @throws Error when the process ends or does not answer in time; its output is on standard error */
  static async start({ script, flags = [], args, env }: Program, ending: Ending): Promise<ServerProcess> {
    const port = await freePort();
    const started = performance.now();
    const child = spawn(process.execPath, [...flags, script, ...(args?.(port) ?? [])], {
      env: { ...childEnv(), ...env?.(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    ending.add(() => stopped(child));
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`${script} ended before it was ready.`);
      if (performance.now() - started > PATIENCE_MS) throw new Error(`${script} was not ready in time.`);
      await sleep(5);
    }
    return new ServerProcess(child.pid ?? 0, port, performance.now() - started, child);
  }

  stop(): Promise<void> {
    return stopped(this.child);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const connection = await HttpConnection.open(port);
    const { status } = await connection.send(READY);
    connection.close();
    return status === 200;
  } catch {
    return false;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const deadline = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(deadline);
}

/** Returns a port that is free now; nothing else on the machine is expected to take it. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
