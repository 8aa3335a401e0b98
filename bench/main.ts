import { writeFileSync } from 'node:fs';
import { TokenIssuerService } from '../src/core/auth/token-issuer.service.js';
import { type Action, actions, type ActionName } from './actions.js';
import { BenchDatabase } from './bench-database.js';
import { fill } from './data.js';
import { Ending } from './ending.js';
import { requireSoundLedger } from './ledger-check.js';
import { type Options, readOptions } from './options.js';
import { requireProcessAccounts, residentMegabytes } from './processes.js';
import { extras, markdown, type Report, table } from './report.js';
import { writeSection } from './results-file.js';
import { type Round, Rounds } from './rounds.js';
import { ServerProcess } from './server-process.js';
import { AUTH, floorProgram, serviceProgram } from './service-program.js';
import { statementCounts } from './statement-counts.js';
import { median } from './statistics.js';
import { type Details, published, summarise } from './summary.js';

const STARTS = 3;

const progress = (line: string): void => {
  process.stderr.write(`${line} …\n`);
};

/** Fills a database, counts the statements of one service, times another, and runs the rounds. */
async function bench(options: Options, ending: Ending): Promise<Report> {
  progress('filling a database');
  const database = await BenchDatabase.start(ending);
  const people = await fill(database.client);
  const all = actions(people, new TokenIssuerService(AUTH));
  progress('counting statements');
  const statements = await statementCounts(database, all, ending);
  progress('starting the service');
  const [service, startMs] = await startedService(database, ending);
  const floor = await ServerProcess.start(floorProgram(database, people.tenant), ending);
  const rounds = new Rounds(database, { floor, service }, options.requests, progress);
  const measured = await rounds.run(all, options.rounds);
  progress('verifying the ledger');
  await requireSoundLedger(database.urlAs('postgres'), people.tenant.id);
  return {
    actions: details(all, measured, statements),
    startMs,
    residentMb: residentMegabytes(service.pid),
    postgresVersion: await database.version(),
  };
}

/** Starts the service a few times and leaves the last one running. @returns it, and the median time to ready */
async function startedService(database: BenchDatabase, ending: Ending): Promise<[ServerProcess, number]> {
  const times: number[] = [];
  for (;;) {
    const service = await ServerProcess.start(serviceProgram(database), ending);
    times.push(service.readyAfterMs);
    if (times.length === STARTS) return [service, median(times)];
    await service.stop();
  }
}

const details = (
  all: readonly Action[],
  rounds: ReadonlyMap<ActionName, Round[]>,
  statements: ReadonlyMap<ActionName, number>,
): Map<ActionName, Details> =>
  new Map(all.map(({ name }) => [name, summarise(rounds.get(name) ?? [], statements.get(name) ?? 0)]));

function publish(report: Report, options: Options): void {
  process.stdout.write(`\n${table(report)}\n\n${extras(report)}\n`);
  writeSection('floor', markdown(report, options));
  if (options.json === undefined) return;
  const numbers = Object.fromEntries([...report.actions].map(([name, found]) => [name, published(found)]));
  writeFileSync(options.json, `${JSON.stringify(numbers, null, 2)}\n`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  requireProcessAccounts();
  const ending = new Ending();
  try {
    publish(await bench(options, ending), options);
  } finally {
    await ending.run();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
