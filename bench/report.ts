import { availableParallelism } from 'node:os';
import type { ActionName } from './actions.js';
import type { Options } from './options.js';
import type { Details } from './summary.js';
import { markdownTable } from './table.js';

export interface Report {
  readonly actions: ReadonlyMap<ActionName, Details>;
  /** From the start of the service's process to its first 200, on an existing database. */
  readonly startMs: number;
  /** Resident memory of the service after the load, in megabytes. */
  readonly residentMb: number;
  readonly postgresVersion: string;
}

const orNone = (value: number | null, decimals: number): string => value?.toFixed(decimals) ?? '–';

/** The columns: a heading, and the cell of an action. */
const COLUMNS: readonly (readonly [string, (details: Details) => string])[] = [
  ['CPU µs', ({ cpu_us }) => cpu_us.toFixed(0)],
  ['of it PostgreSQL', ({ database_us }) => database_us.toFixed(0)],
  ['floor CPU µs', ({ floor_cpu_us }) => orNone(floor_cpu_us, 0)],
  ['of it PostgreSQL', ({ floor_database_us }) => orNone(floor_database_us, 0)],
  ['CPU ratio', ({ cpu_ratio }) => orNone(cpu_ratio, 2)],
  ['requests/s', ({ requests_per_second }) => requests_per_second.toFixed(0)],
  ['throughput ratio', ({ throughput_ratio }) => orNone(throughput_ratio, 2)],
  ['p50 ms', ({ p50_ms }) => p50_ms.toFixed(2)],
  ['p99 ms', ({ p99_ms }) => p99_ms.toFixed(2)],
  ['statements', ({ statements }) => String(statements)],
];

/** Formats the figures as a table. */
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

/** Writes the section of `bench/results.md`. */
export const markdown = (report: Report, { rounds, requests }: Options): string => `## What the service costs

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench${commandLine(rounds, requests)}\`: Node ${process.versions.node},
PostgreSQL ${report.postgresVersion}, ${availableParallelism()} CPUs, ${rounds} rounds.

${table(report)}

${extras(report)}

_CPU µs_ is the CPU time of one request, in the service's process and PostgreSQL together: the median over the rounds.
_Floor_ is a bare \`node:http\` and \`pg\` server that gives the same answers to reads, on the same database. A _ratio_ is
the service divided by the floor, the median over the rounds: a CPU ratio of 1.5 means half as much CPU again as the
floor needs, a throughput ratio of 0.8 means four requests in the time of five. Writes have no floor. _Statements_ are
those that the service sends for one request, counted by PostgreSQL. Only ratios and statements can be compared between
machines. [README.md](README.md) explains how they are measured.`;

const commandLine = (rounds: number, requests: number | undefined): string =>
  [` -- --rounds ${rounds}`, ...(requests === undefined ? [] : [` --requests ${requests}`])].join('');
