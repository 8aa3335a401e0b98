import type { Locale } from '../../i18n/message.js';
import type { Interval } from './period.js';

/** An interval of a summary, as the API has it. */
export interface Span {
  readonly interval: Interval;
  /** ISO 8601; of the whole interval. */
  readonly start: string;
}

/** The period of a summary, which cuts its first interval and its last. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** Below a bar: `12 May`; a month's is `May`, January with its year. */
export function shortIntervalText({ interval, start }: Span, locale: Locale): string {
  const day = new Date(start);
  if (interval !== 'month') return written(locale, { day: 'numeric', month: 'short' }).format(day);
  const month = written(locale, { month: 'short' }).format(day);
  return day.getUTCMonth() === 0 ? `${month} ${day.getUTCFullYear()}` : month;
}

/** In full: `12 May 2026`, `May 2026`; of a week the days that are in the period, `4 – 10 May 2026`. */
export function intervalText({ interval, start }: Span, { from, to }: Bounds, locale: Locale): string {
  const first = Date.parse(start);
  if (interval === 'month') return written(locale, { month: 'long', year: 'numeric' }).format(first);
  const days = written(locale, { dateStyle: 'medium' });
  if (interval === 'day') return days.format(first);
  const last = Math.min(first + 6 * DAY_MS, Date.parse(to) - 1);
  return days.formatRange(Math.max(first, Date.parse(from)), last);
}

const written = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
