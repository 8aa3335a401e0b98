import { type Locale, textOf } from '../../i18n/message.js';
import { owedMessages } from '../../messages/overview.js';
import { centsText, type Currency } from '../../ui/value-words.js';
import type { Interval } from './period.js';
import type { Liability } from './use-overview.js';

interface Age {
  readonly from_days: number;
  readonly to_days: number | null;
}

/** Describes an age: `Up to 30 days`, `31 – 90 days`, `Over 365 days`. */
export function ageText({ from_days: from, to_days: to }: Age, locale: Locale): string {
  if (to === null) return textOf(owedMessages.over, locale, { days: from - 1 });
  return from === 0
    ? textOf(owedMessages.upTo, locale, { to })
    : textOf(owedMessages.between, locale, { from, to });
}

/** Describes the discounts of an age: `3 percentages and 2 amounts worth $30`; empty if there are none. */
export function discountsText(
  {
    percent_count: percents,
    fixed_count: fixed,
    fixed_cents: cents,
  }: Omit<Liability['unused_discounts'][number], keyof Age>,
  currency: Currency,
  locale: Locale,
): string {
  const parts = [
    percents > 0 && textOf(owedMessages.percentages, locale, { count: percents }),
    fixed > 0 &&
      textOf(owedMessages.amounts, locale, { count: fixed, sum: centsText(cents, currency, locale) }),
  ].filter((part) => part !== false);
  return new Intl.ListFormat(locale).format(parts);
}

/** An interval of the API's summary. */
export interface Span {
  readonly interval: Interval;
  /** ISO 8601, the start of the whole interval. */
  readonly start: string;
}

/** The period of a summary. Its first and last interval may be cut. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** Formats the label below a bar: `12 May`; for a month `May`, with the year in January. */
export function shortIntervalText({ interval, start }: Span, locale: Locale): string {
  const day = new Date(start);
  if (interval !== 'month') return written(locale, { day: 'numeric', month: 'short' }).format(day);
  const month = written(locale, { month: 'short' }).format(day);
  return day.getUTCMonth() === 0 ? `${month} ${day.getUTCFullYear()}` : month;
}

/** Formats an interval in full: `12 May 2026`, `May 2026`, or for a week its days in the period, `4 – 10 May 2026`. */
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

/** Formats a count: `1,234`. */
export const countText = (count: number, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(count);
