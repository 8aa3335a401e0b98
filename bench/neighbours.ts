import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { TokenIssuerService } from '../src/core/auth/token-issuer.service.js';
import { type Action, type ActionName, actions } from './actions.js';
import { BenchDatabase } from './bench-database.js';
import { Ending } from './ending.js';
import { requireSoundLedger } from './ledger-check.js';
import type { Attacker, AttackOrder, Tally } from './neighbours/attack.js';
import { ATTACKS } from './neighbours/attacks.js';
import { markdown, type Phase, tables } from './neighbours/report.js';
import { SteadyLoad } from './neighbours/steady-load.js';
import { fillNeighbours, tidy } from './neighbours/tenants.js';
import { wholeNumber } from './options.js';
import { writeSection } from './results-file.js';
import { ServerProcess } from './server-process.js';
import { AUTH, serviceProgram } from './service-program.js';

const PER_SECOND = 20;
const ASKED: readonly ActionName[] = ['validate', 'my_code', 'enroll'];
/** The longest that a request in flight at the end is waited for. */
const AT_MOST_SECONDS = 60;
/** Idle is measured for longer, because everything is compared with it. */
const IDLE_TIMES = 3;
/** A new process still compiles its hot code, which is no neighbour's fault. Short enough to reach no limit. */
const WARM_UP = { perSecond: 100, milliseconds: 4000 };
/** How long a thread may be late with its report. */
const OVERDUE_SECONDS = 10;

const progress = (line: string): void => {
  process.stderr.write(`${line} …\n`);
};

interface Options {
  readonly seconds: number;
  /** Part of an attack's name; undefined: all attacks. */
  readonly only: string;
}

function readOptions(args: readonly string[]): Options {
  const options = { seconds: { type: 'string' }, only: { type: 'string', default: '' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  return { seconds: wholeNumber('seconds', values.seconds, 5) ?? 10, only: values.only };
}

/** Starts a server that accepts connections and never answers. */
async function silentReceiver(ending: Ending): Promise<number> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.add(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as net.AddressInfo).port;
}

/** Attacks from a thread of its own, so that the attack's own cost delays no measurement. */
async function attack(order: AttackOrder): Promise<Tally> {
  const worker = new Worker(path.join(import.meta.dirname, 'attacker.js'), { workerData: order });
  const overdue = new AbortController();
  try {
    return await Promise.race([
      new Promise<Tally>((resolve, reject) => worker.once('message', resolve).once('error', reject)),
      sleep((order.atMostSeconds + OVERDUE_SECONDS) * 1000, { 'no report': 1 }, { signal: overdue.signal }),
    ]);
  } finally {
    overdue.abort();
    await worker.terminate();
  }
}

/** Measures one phase after the other, each on a freshly started service. */
class Phases {
  private readonly measured: Phase[] = [];

  constructor(
    private readonly database: BenchDatabase,
    private readonly calls: readonly Action[],
    private readonly attacker: Attacker,
    private readonly seconds: number,
    private readonly ending: Ending,
  ) {}

  async run(attacks: readonly string[]): Promise<Phase[]> {
    await this.measure('is idle, at the beginning', true);
    for (const name of attacks) await this.measure(name, false);
    await this.measure('is idle, at the end', true);
    return this.measured;
  }

  private async measure(name: string, isIdle: boolean): Promise<void> {
    progress(`the large tenant ${name}`);
    await tidy(this.database.client);
    const service = await ServerProcess.start(this.program(), this.ending);
    const { port } = service;
    await this.load(port, WARM_UP.perSecond).run(sleep(WARM_UP.milliseconds));
    const started = performance.now();
    const done: Promise<Tally> = isIdle
      ? sleep(this.seconds * IDLE_TIMES * 1000, {})
      : this.attacked(name, port);
    const end = done.then(() => (performance.now() - started) / 1000);
    const samples = await this.load(port, PER_SECOND).run(end);
    this.measured.push({ name, isIdle, samples, seconds: await end, tally: await done });
    await service.stop();
  }

  private load(port: number, perSecond: number): SteadyLoad {
    return new SteadyLoad(port, this.calls, perSecond);
  }

  private attacked(name: string, port: number): Promise<Tally> {
    const { attacker, seconds } = this;
    return attack({ name, attacker, port, seconds, atMostSeconds: Math.max(seconds, AT_MOST_SECONDS) });
  }

  /** Describes the service behind a proxy. Its log is not read. */
  private program(): ReturnType<typeof serviceProgram> {
    return serviceProgram(this.database, {
      JOBS: '1',
      RATE_LIMIT_PUBLIC: '120',
      RATE_LIMIT_TENANT: '12000',
      TRUST_PROXY: '127.0.0.1',
      WEBHOOK_ALLOW: new URL(this.attacker.receiver).host,
      LOG_LEVEL: 'fatal',
    });
  }
}

async function bench(args: readonly string[], ending: Ending): Promise<void> {
  const { seconds, only } = readOptions(args);
  const names = Object.keys(ATTACKS).filter((name) => name.includes(only));
  if (names.length === 0)
    throw new Error(`--only must be part of one of these names: ${Object.keys(ATTACKS).join('; ')}.`);
  progress('filling a database');
  const database = await BenchDatabase.start(ending);
  await database.countStatements(false);
  const tokens = new TokenIssuerService(AUTH);
  const { large, small } = await fillNeighbours(database.client, tokens);
  await requireSoundLedger(database.urlAs('postgres'), large.tenant.id);
  const receiver = `http://127.0.0.1:${await silentReceiver(ending)}/hook`;
  const calls = actions(small, tokens).filter(({ name }) => ASKED.includes(name));
  const phases = await new Phases(database, calls, { ...large, receiver }, seconds, ending).run(names);
  process.stdout.write(`\n${tables(phases)}\n`);
  const postgresVersion = await database.version();
  if (only === '')
    writeSection('neighbours', markdown(phases, { seconds, perSecond: PER_SECOND, postgresVersion }));
}

const ending = new Ending();
bench(process.argv.slice(3), ending)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => ending.run());
