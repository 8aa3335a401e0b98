import type { Measurement, Pair } from './rounds.js';
import { median, quantile } from './statistics.js';

/** What is known of one action after all rounds. */
export interface Summary {
  /** CPU microseconds a request of the service and the PostgreSQL behind it: the median over the rounds. */
  readonly cpu_us: number;
  /** Service to floor: the median of the ratios of each round, for what disturbs a round disturbs both sides of it. */
  readonly cpu_ratio: number;
  /** Requests per second, service to floor: the median of the ratios of each round. */
  readonly throughput_ratio: number;
  /** Of the service, over all requests of all rounds. */
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** That the service sends for a request, as PostgreSQL counts them. */
  readonly statements: number;
}

/** What the table shows beside it. */
export interface Details extends Summary {
  readonly floor_cpu_us: number;
  /** The share of `cpu_us` that is PostgreSQL's. */
  readonly database_us: number;
  readonly floor_database_us: number;
  readonly requests_per_second: number;
}

const cpuOf = ({ serverUs, databaseUs }: Measurement): number => serverUs + databaseUs;

export function summarise(pairs: readonly Pair[], statements: number): Details {
  const middle = (value: (pair: Pair) => number): number => median(pairs.map(value));
  const latencies = pairs.flatMap(({ service }) => service.latencies);
  return {
    cpu_us: middle(({ service }) => cpuOf(service)),
    cpu_ratio: middle(({ floor, service }) => cpuOf(service) / cpuOf(floor)),
    throughput_ratio: middle(({ floor, service }) => service.requestsPerSecond / floor.requestsPerSecond),
    p50_ms: quantile(latencies, 0.5),
    p99_ms: quantile(latencies, 0.99),
    statements,
    floor_cpu_us: middle(({ floor }) => cpuOf(floor)),
    database_us: middle(({ service }) => service.databaseUs),
    floor_database_us: middle(({ floor }) => floor.databaseUs),
    requests_per_second: middle(({ service }) => service.requestsPerSecond),
  };
}

/** Rounded to what the measurement can tell apart. */
export function published(details: Details): Summary {
  const to = (decimals: number, value: number): number => Number(value.toFixed(decimals));
  return {
    cpu_us: to(1, details.cpu_us),
    cpu_ratio: to(3, details.cpu_ratio),
    throughput_ratio: to(3, details.throughput_ratio),
    p50_ms: to(2, details.p50_ms),
    p99_ms: to(2, details.p99_ms),
    statements: details.statements,
  };
}
