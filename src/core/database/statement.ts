import type { Priority } from './connection-scheduler.js';

/** A prepared statement. PostgreSQL plans it once for each connection, by its name; two texts never share a name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** `bulk` for a read that keeps nobody waiting, or reads a large part of a table. */
  readonly priority?: Priority;
  /**
   * The share that waits for the connection instead of the tenant. `strangers` is for callers whose tenant is not
   * verified yet; `readiness` has a share of its own, so that probes don't wait for other work.
   */
  readonly onBehalfOf?: 'strangers' | 'readiness';
}

/** Returns the SQL that formats a timestamptz as RFC 3339 in UTC with milliseconds, like `Date.toISOString`. */
export const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Returns the SQL that converts units to percent or to major units of the currency.
 * @param unit the placeholder of the currency's smallest unit as a fraction, such as 0.01
 */
export const major = (type: string, units: string, unit: string): string =>
  `trim_scale(${units} * case ${type} when 'discount_percent' then 0.01 else ${unit}::numeric end)`;
