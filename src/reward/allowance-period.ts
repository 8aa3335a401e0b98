import type { MaxRewardsPeriod } from '../config/program-terms.js';

/** A stretch of time in which a limit holds: its name, and when it began. */
export interface AllowancePeriod {
  readonly name: string;
  readonly start: Date;
}

/** The calendar month or year, in UTC, that a moment is in; `ever` has no beginning. */
export function periodOf(kind: MaxRewardsPeriod, at: Date): AllowancePeriod {
  const year = at.getUTCFullYear();
  switch (kind) {
    case 'month':
      return { name: at.toISOString().slice(0, 7), start: new Date(Date.UTC(year, at.getUTCMonth())) };
    case 'year':
      return { name: String(year), start: new Date(Date.UTC(year, 0)) };
    case 'ever':
      return { name: 'ever', start: new Date(0) };
  }
}
