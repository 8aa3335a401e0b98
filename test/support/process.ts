import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv } from '../../src/common/env.js';
import type { Reply } from './app.js';

/** What a program left behind. */
export interface Ended {
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

/** A program of the product in a process of its own: an empty folder to stand in, and no setting but those given. */
class Program {
  readonly ended: Promise<Ended>;
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

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Sends the signal, and answers when the process has ended. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Waits for its end; a process that lingers for longer is ended by force, as its signal and its last words tell. */
  async endsWithin(ms: number): Promise<Ended> {
    const timer = setTimeout(() => void this.force(), ms);
    const ended = await this.ended;
    clearTimeout(timer);
    return ended;
  }

  /** Ends it by force, and says so where a test looks for a reason. */
  protected force(): Promise<Ended> {
    if (this.runs) this.stderr += this.stillRunning();
    return this.end('SIGKILL');
  }

  /** Waits until standard output holds the text. */
  async says(text: string): Promise<void> {
    const isSaid = (): boolean => {
      if (!this.runs) throw new Error(`It ended instead: ${this.stderr}`);
      return this.stdout.includes(text);
    };
    await eventually(isSaid, START_TIMEOUT_MS).catch((error: unknown) => {
      if (!this.runs) throw error;
      throw new Error(`${this.stillRunning()} and had not said "${text}": ${this.stdout}${this.stderr}`);
    });
  }

  private stillRunning(): string {
    return `It was still running after ${Math.round((performance.now() - this.started) / 1000)} s`;
  }
}

/** The real service: `node dist/src/main.js`, on a database by `DATABASE_URL`. */
export class ServiceProcess extends Program {
  readonly url: string;

  private constructor(port: number, settings: Settings) {
    const usual = { DEMO: '0', LOG_LEVEL: 'error', RATE_LIMIT_PUBLIC: '0' };
    super(MAIN, [], { PORT: String(port), ...usual, ...settings });
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts it and waits until it listens. */
  static async start(settings: Settings): Promise<ServiceProcess> {
    const service = new ServiceProcess(await freePort(), settings);
    await service.says('is up at');
    return service;
  }

  /** For a start that is expected to fail; a service that starts all the same is ended. */
  static async tryStart(settings: Settings): Promise<Ended> {
    const service = new ServiceProcess(await freePort(), settings);
    await Promise.race([service.ended, service.says('is up at').catch(() => undefined)]);
    return service.force();
  }

  /** Asks it to stop. One that does not drain in time is ended by force, which its signal tells. */
  stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<Ended> {
    void this.end(signal);
    return this.endsWithin(DRAIN_TIMEOUT_MS);
  }

  /** One call, as JSON; text as body is sent as it stands. Throws when there is no answer. */
  async call<Body>(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, body: (json ? JSON.parse(text) : text) as Body };
  }
}

/** A command that goes on until it is told to stop. */
export class CommandProcess extends Program {
  constructor(args: readonly string[], settings: Settings) {
    super(CLI, args, settings);
  }
}

/** One command of the command line, to its end, which has to come soon. */
export const command = (args: readonly string[], settings: Settings): Promise<Ended> =>
  new Program(CLI, args, settings).endsWithin(COMMAND_TIMEOUT_MS);

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = await listener();
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Somebody else who listens on a port of this machine. */
export const listener = (): Promise<net.Server> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });

/** Asks again and again until the answer is yes; throws when it has not come in time. */
export async function eventually(
  ask: () => boolean | Promise<boolean>,
  withinMs = 10_000,
  everyMs = 20,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`It did not come about within ${withinMs} ms.`);
    await sleep(everyMs);
  }
}
