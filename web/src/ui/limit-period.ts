/**
 * Returns the first day after a limit's period: a month such as `2026-11`, or a year. Null for `ever`. It is noon in UTC, in
 * which periods are counted, so that it is the same day in the browsers of nearly everybody.
 */
export function dayAfter(period: string): string | null {
  const [year = NaN, month = 12] = period.split('-').map(Number);
  return Number.isNaN(year) ? null : new Date(Date.UTC(year, month, 1, 12)).toISOString();
}
