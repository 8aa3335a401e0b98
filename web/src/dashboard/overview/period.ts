/** The periods, as the address names them: `?period=30-days`. */
export const PERIODS = ['30-days', '90-days', '12-months'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The period that the address does not name. */
export const DEFAULT_PERIOD: PeriodName = '90-days';

export type Interval = 'day' | 'week' | 'month';

/** A period for the API, up to now. */
export interface Period {
  /** ISO 8601, the start of a day (UTC). */
  readonly from: string;
  readonly interval: Interval;
}

/** Returns the period with a name, or the default. */
export const periodNamed = (name: string | null): PeriodName =>
  PERIODS.find((period) => period === name) ?? DEFAULT_PERIOD;

/** Computes a period of days or months in UTC, including the current one. */
export function periodOf(name: PeriodName, now: Date): Period {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (name) {
    case '30-days':
      return { from: isoOf(year, month, day - 29), interval: 'day' };
    case '90-days':
      return { from: isoOf(year, month, day - 89), interval: 'week' };
    case '12-months':
      return { from: isoOf(year, month - 11, 1), interval: 'month' };
  }
}

const isoOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString();
