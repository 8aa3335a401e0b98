import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../../src/common/env.js';
import type { Reply } from './app.js';

/** The exit status and the output of a program. */
export interface ProcessResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export type Settings = Readonly<Record<string, string>>;

const MAIN = path.resolve('dist/src/main.js');
const CLI = path.resolve('scripts/cli.mjs');
const START_TIMEOUT_MS = 20_000;
const COMMAND_TIMEOUT_MS = 15_000;
const DRAIN_TIMEOUT_MS = 5_000;

/** Runs a program of the product in a separate process, in an empty folder, with the given settings only. */
class Program {
  readonly ended: Promise<ProcessResult>;
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly started = performance.now();

  constructor(file: string, args: readonly string[], settings: Settings) {
    const cwd = mkdtempSync(path.join(os.tmpdir(), 'referrals-test-'));
    const { PATH, HOME } = childEnv();
    const inherited = Object.entries({ PATH, HOME }).filter(([, value]) => value !== undefined);
    const env = { ...Object.fromEntries(inherited), ...settings };
    this.child = spawn(process.execPath, [file, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        rmSync(cwd, { recursive: true, force: true });
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends the signal and waits until the process has ended. */
  end(signal: NodeJS.Signals): Promise<ProcessResult> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Waits for the end of the process, and kills it after `ms`. The signal and standard error of the result show that. */
  async endsWithin(ms: number): Promise<ProcessResult> {
    const timer = setTimeout(() => void this.kill(), ms);
    const ended = await this.ended;
    clearTimeout(timer);
    return ended;
  }

  /** Kills the process, and says so on the standard error of the result, where a failed test shows it. */
  protected kill(): Promise<ProcessResult> {
    if (this.isRunning) this.stderr += this.stillRunning();
    return this.end('SIGKILL');
  }

  /** Waits until standard output contains the text. */
  async waitForOutput(text: string): Promise<void> {
    const isWritten = (): boolean => {
      if (!this.isRunning) throw new Error(`The process has ended: ${this.stderr}`);
      return this.stdout.includes(text);
    };
    await eventually(isWritten, START_TIMEOUT_MS).catch((error: unknown) => {
      if (!this.isRunning) throw error;
      throw new Error(`${this.stillRunning()} without writing "${text}": ${this.stdout}${this.stderr}`);
    });
  }

  private stillRunning(): string {
    return `It was still running after ${Math.round((performance.now() - this.started) / 1000)} s`;
  }
}

/** The real service: `node dist/src/main.js`, with a `DATABASE_URL`. */
export class ServiceProcess extends Program {
  readonly url: string;

  private constructor(port: number, settings: Settings) {
    const usual = { DEMO: '0', LOG_LEVEL: 'error', RATE_LIMIT_PUBLIC: '0' };
    super(MAIN, [], { PORT: String(port), ...usual, ...settings });
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts the service and waits until it listens. */
  static async start(settings: Settings): Promise<ServiceProcess> {
    const service = new ServiceProcess(await freePort(), settings);
    await service.waitForOutput('is up at');
    return service;
  }

  /** Starts the service and expects that to fail. A service that starts nevertheless is killed. */
  static async tryStart(settings: Settings): Promise<ProcessResult> {
    const service = new ServiceProcess(await freePort(), settings);
    await Promise.race([service.ended, service.waitForOutput('is up at').catch(() => undefined)]);
    return service.kill();
  }

  /** Stops the service. If it does not drain in time, it is killed, which the signal of the result shows. */
  stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<ProcessResult> {
    void this.end(signal);
    return this.endsWithin(DRAIN_TIMEOUT_MS);
  }

  /** Sends a request. A body of text is sent unchanged, any other as JSON. @throws if there is no response */
  async call<Body>(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : text) as Body,
    };
  }
}

/** A command that runs until it is stopped. */
export class CommandProcess extends Program {
  constructor(args: readonly string[], settings: Settings) {
    super(CLI, args, settings);
  }
}

/** Runs one command of the command line to its end. */
export const command = (args: readonly string[], settings: Settings): Promise<ProcessResult> =>
  new Program(CLI, args, settings).endsWithin(COMMAND_TIMEOUT_MS);

/** Returns a port that is free at the moment. */
export async function freePort(): Promise<number> {
  const server = await listener();
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts another server on a free port of this machine. */
export const listener = (): Promise<net.Server> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });

/** Polls until the condition is true. @throws if it is not true in time */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  withinMs = 10_000,
  everyMs = 20,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`The condition was not met within ${withinMs} ms.`);
    await sleep(everyMs);
  }
}
