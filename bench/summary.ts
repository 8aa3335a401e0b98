import type { Measurement, Round } from './rounds.js';
import { median, quantile } from './statistics.js';

/** The figures of one action, as `--json` writes them. */
interface Summary {
  /** CPU microseconds per request of the service and of PostgreSQL: the median over the rounds. */
  readonly cpu_us: number;
  /** CPU of the service divided by that of the floor: the median of the rounds' ratios. Null for a write. */
  readonly cpu_ratio: number | null;
  /** Requests per second of the service divided by those of the floor: the median of the rounds' ratios. Null for a write. */
  readonly throughput_ratio: number | null;
  /** Latency of the service, over all requests of all rounds. */
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** Statements that the service sends for a request, counted by PostgreSQL. */
  readonly statements: number;
}

/** The figures of one action, as the table shows them. */
export interface Details extends Summary {
  /** PostgreSQL's share of `cpu_us`. */
  readonly database_us: number;
  readonly floor_cpu_us: number | null;
  readonly floor_database_us: number | null;
  readonly requests_per_second: number;
}

const cpuOf = ({ serverUs, databaseUs }: Measurement): number => serverUs + databaseUs;

/** Computes the figures of an action from its rounds. */
export function summarise(rounds: readonly Round[], statements: number): Details {
  const services = rounds.map(({ service }) => service);
  const latencies = services.flatMap((service) => service.latencies);
  const pairs = rounds.flatMap(({ service, floor }) => (floor === undefined ? [] : [{ service, floor }]));
  const middle = (value: (service: Measurement) => number): number => median(services.map(value));
  const middleOfPairs = (value: (pair: (typeof pairs)[number]) => number): number | null =>
    pairs.length === 0 ? null : median(pairs.map(value));
  return {
    cpu_us: middle(cpuOf),
    cpu_ratio: middleOfPairs(({ floor, service }) => cpuOf(service) / cpuOf(floor)),
    throughput_ratio: middleOfPairs(
      ({ floor, service }) => service.requestsPerSecond / floor.requestsPerSecond,
    ),
    p50_ms: quantile(latencies, 0.5),
    p99_ms: quantile(latencies, 0.99),
    statements,
    database_us: middle(({ databaseUs }) => databaseUs),
    floor_cpu_us: middleOfPairs(({ floor }) => cpuOf(floor)),
    floor_database_us: middleOfPairs(({ floor }) => floor.databaseUs),
    requests_per_second: middle(({ requestsPerSecond }) => requestsPerSecond),
  };
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Rounds the figures to what the measurement can tell apart. */
export const published = (details: Details): Summary => ({
  cpu_us: rounded(details.cpu_us, 1),
  cpu_ratio: details.cpu_ratio === null ? null : rounded(details.cpu_ratio, 3),
  throughput_ratio: details.throughput_ratio === null ? null : rounded(details.throughput_ratio, 3),
  p50_ms: rounded(details.p50_ms, 2),
  p99_ms: rounded(details.p99_ms, 2),
  statements: details.statements,
});
