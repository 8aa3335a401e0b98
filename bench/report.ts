import { availableParallelism } from 'node:os';
import type { ActionName } from './actions.js';
import type { Options } from './options.js';
import type { Details } from './summary.js';
import { markdownTable } from './table.js';

export interface Report {
  readonly actions: ReadonlyMap<ActionName, Details>;
  /** From the start of the service's process on an existing database to its first 200. */
  readonly startMs: number;
  /** Of the service after the load, in megabytes. */
  readonly residentMb: number;
  readonly postgresVersion: string;
}

/** A column's head, and what stands below it. */
const COLUMNS: readonly (readonly [string, (details: Details) => string])[] = [
  ['CPU µs', ({ cpu_us }) => cpu_us.toFixed(0)],
  ['of it PostgreSQL', ({ database_us }) => database_us.toFixed(0)],
  ['floor CPU µs', ({ floor_cpu_us }) => floor_cpu_us.toFixed(0)],
  ['of it PostgreSQL', ({ floor_database_us }) => floor_database_us.toFixed(0)],
  ['CPU ratio', ({ cpu_ratio }) => cpu_ratio.toFixed(2)],
  ['requests/s', ({ requests_per_second }) => requests_per_second.toFixed(0)],
  ['throughput ratio', ({ throughput_ratio }) => throughput_ratio.toFixed(2)],
  ['p50 ms', ({ p50_ms }) => p50_ms.toFixed(2)],
  ['p99 ms', ({ p99_ms }) => p99_ms.toFixed(2)],
  ['statements', ({ statements }) => String(statements)],
];

/** The numbers as a table. */
export function table({ actions }: Report): string {
  const rows = [
    ['action', ...COLUMNS.map(([head]) => head)],
    ...[...actions].map(([name, details]) => [name, ...COLUMNS.map(([, show]) => show(details))]),
  ];
  return markdownTable(rows);
}

export const extras = ({ startMs, residentMb }: Report): string =>
  [
    `- Start to the first 200 of \`/health/ready\`, on an existing database: ${startMs.toFixed(0)} ms (median of 3).`,
    `- Memory of the service after the load: ${residentMb.toFixed(0)} MB resident.`,
  ].join('\n');

/** Its section of `bench/results.md`. */
export const markdown = (report: Report, { rounds, requests }: Options): string => `## What the service costs

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench${commandLine(rounds, requests)}\`: Node ${process.versions.node},
PostgreSQL ${report.postgresVersion}, ${availableParallelism()} CPUs, ${rounds} rounds.

${table(report)}

${extras(report)}

How to read it: _CPU µs_ is what one request costs the service's process and PostgreSQL together, the median over the
rounds; _floor_ is a bare \`node:http\` and \`pg\` server that gives the same answers and writes the same rows, on the same
database. The two _ratios_ are the service against the floor, each the median of the ratios of the rounds: a CPU ratio of
1.5 means half as much again as the least that the work takes, a throughput ratio of 0.8 four requests in the time of
five. _Statements_ are those of the service for one request, counted by PostgreSQL. Only ratios and statements compare
between machines; the way of measuring is in [README.md](README.md).`;

const commandLine = (rounds: number, requests: number | undefined): string =>
  [` -- --rounds ${rounds}`, ...(requests === undefined ? [] : [` --requests ${requests}`])].join('');
