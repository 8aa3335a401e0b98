import type { Priority } from './connection-scheduler.js';

/** A statement by hand. Its name makes PostgreSQL plan it once a connection; two texts never share a name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** `bulk` for a read that nobody waits for at a screen, or that reads a large part of a table. */
  readonly priority?: Priority;
  /**
   * Who waits for a connection, if not the tenant, or the platform: strangers share one turn, where it is not known yet
   * that a tenant is the caller's; and readiness has one of its own, whatever else waits.
   */
  readonly onBehalfOf?: 'strangers' | 'readiness';
}

/** A column of type timestamptz as RFC 3339 in UTC with milliseconds, as `Date.toISOString` writes it. */
export const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * A value in units as people write it: percent, or major units of the currency.
 * @param unit the placeholder of the currency's smallest unit as a fraction, such as 0.01
 */
export const major = (type: string, units: string, unit: string): string =>
  `trim_scale(${units} * case ${type} when 'discount_percent' then 0.01 else ${unit}::numeric end)`;
