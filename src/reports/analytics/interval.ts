export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

const DAY_MS = 86_400_000;

/** Returns the start of the interval that contains the time: days in UTC, weeks from Monday, calendar months. */
export function startOf(interval: Interval, moment: Date): Date {
  const start = new Date(moment);
  start.setUTCHours(0, 0, 0, 0);
  if (interval === 'week') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7));
  if (interval === 'month') start.setUTCDate(1);
  return start;
}

/** Returns the start of the day (UTC) that is the given number of days earlier. */
export const daysBefore = (moment: Date, days: number): Date =>
  new Date(startOf('day', moment).getTime() - days * DAY_MS);

/**
 * Returns the starts of all intervals that overlap the period, in order. `to` is exclusive.
 * @returns undefined when there are more than `max`
 */
export function intervalStarts(interval: Interval, from: Date, to: Date, max: number): Date[] | undefined {
  const starts: Date[] = [];
  if (from >= to) return starts;
  for (let start = startOf(interval, from); start < to; start = nextStart(interval, start)) {
    if (starts.length === max) return undefined;
    starts.push(start);
  }
  return starts;
}

function nextStart(interval: Interval, start: Date): Date {
  const next = new Date(start);
  if (interval === 'month') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + (interval === 'week' ? 7 : 1));
  return next;
}
