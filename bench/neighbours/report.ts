import { availableParallelism } from 'node:os';
import { quantile } from '../statistics.js';
import { markdownTable } from '../table.js';
import type { Tally } from './attack.js';
import type { Outcome, Sample } from './steady-load.js';

/** The small tenant's measurements during one attack, or none. */
export interface Phase {
  readonly name: string;
  readonly isIdle: boolean;
  readonly seconds: number;
  readonly samples: readonly Sample[];
  /** The answers that the attacker got. */
  readonly tally: Tally;
}

export interface Setting {
  readonly perSecond: number;
  readonly seconds: number;
  readonly postgresVersion: string;
}

const KINDS = ['all', 'validate', 'my_code', 'enroll'] as const;
type Kind = (typeof KINDS)[number];

const timesOf = (samples: readonly Sample[], kind: Kind): number[] =>
  samples.filter(({ action }) => kind === 'all' || action === kind).map(({ ms }) => ms);

const digits = (number: number): string => number.toFixed(number < 100 ? 1 : 0);

/** Joins the idle phases at the beginning and the end: the machine may have been busy at either. */
function latencies(phases: readonly Phase[]): string {
  const idle = phases.filter(({ isIdle }) => isIdle).flatMap(({ samples }) => samples);
  const cells = ({ samples }: Phase, kind: Kind): string[] => {
    const times = timesOf(samples, kind);
    const p99 = quantile(times, 0.99);
    return [quantile(times, 0.5), p99, p99 / quantile(timesOf(idle, kind), 0.99)].map(digits);
  };
  return markdownTable([
    ['the large tenant', ...KINDS.flatMap((kind) => [`${kind} p50`, 'p99', '× idle'])],
    ...phases.map((phase) => [phase.name, ...KINDS.flatMap((kind) => cells(phase, kind))]),
  ]);
}

function outcomes(phases: readonly Phase[]): string {
  const ended = ({ samples }: Phase, as: Outcome): string =>
    String(samples.filter(({ outcome }) => outcome === as).length);
  const got = ({ tally }: Phase): string =>
    Object.entries(tally)
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ');
  return markdownTable([
    [
      'the large tenant',
      'requests',
      '5xx',
      'other failures',
      'sent late by, p99',
      'seconds',
      'it was answered',
    ],
    ...phases.map((phase) => [
      phase.name,
      String(phase.samples.length),
      ended(phase, 'server error'),
      ended(phase, 'other failure'),
      digits(
        quantile(
          phase.samples.map(({ lateMs }) => lateMs),
          0.99,
        ),
      ),
      phase.seconds.toFixed(1),
      got(phase),
    ]),
  ]);
}

/** Formats both tables. */
export const tables = (phases: readonly Phase[]): string => `${latencies(phases)}\n\n${outcomes(phases)}`;

/** Writes the section of `bench/results.md`. */
export const markdown = (
  phases: readonly Phase[],
  setting: Setting,
): string => `## What a tenant feels of another

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench -- neighbours --seconds ${setting.seconds}\`: Node ${process.versions.node}, PostgreSQL ${setting.postgresVersion},
${availableParallelism()} CPUs. A small tenant's visitors send ${setting.perSecond} requests a second, evenly, while a large tenant does what the row says.

${tables(phases)}

Times are milliseconds from when a request was due, so when the service stalls, the wait counts for everybody who had to
wait. _× idle_ is the p99 divided by that of both idle phases together. _5xx_ and _other failures_ are the small tenant's:
an unexpected status, no connection, or no answer ten seconds after the end. _Sent late by_ is what the benchmark itself
adds to the times, in milliseconds. The last column shows the answers to the large tenant.
[README.md](README.md) explains how they are measured.`;
