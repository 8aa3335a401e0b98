import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { invalidInput } from '../../common/domain-error.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { daysBefore, type Interval, intervalStarts } from './interval.js';
import { MAX_INTERVALS, type SummaryAnswer, type SummaryRequest } from './summary.dto.js';
import { type Figures, SummaryQuery } from './summary.query.js';

/** The default period starts this many days before the day of `to`. It covers 90 days, including that day. */
const DAYS_BEFORE = 89;

const NOTHING: Figures = { link_opened: 0, code_validated: 0, enrolled: 0, qualified: 0, rewarded: 0 };
const FIGURES = Object.keys(NOTHING) as (keyof Figures)[];

/** Reports the performance of a tenant's program in a period. */
@Injectable()
export class SummaryService {
  constructor(
    private readonly query: SummaryQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the report.
   * @throws DomainError `validation_failed` for a period that ends before it starts, or overlaps too many intervals
   */
  async report({ id, currency }: Tenant, request: SummaryRequest): Promise<SummaryAnswer> {
    const now = this.clock.now();
    const to = new Date(request.to ?? now);
    const from = request.from === undefined ? daysBefore(to, DAYS_BEFORE) : new Date(request.from);
    const interval = request.interval ?? 'day';
    const starts = startsOf(interval, from, to);
    const { figures, top_referrers, promo_overlap } = await this.query.of(id, { from, to, now, starts });
    const series = figures.map((each, index) => ({ start: starts[index]?.toISOString() ?? '', ...each }));
    const moments = { from: from.toISOString(), to: to.toISOString(), interval, as_of: now.toISOString() };
    const funnel = summed(series);
    const referral_only = funnel.enrolled - promo_overlap.both_applied; // an applied referral and its enrollment have the same time
    const overlap = { referral_only, ...promo_overlap };
    return { ...moments, currency, funnel, series, top_referrers, promo_overlap: overlap };
  }
}

function startsOf(interval: Interval, from: Date, to: Date): Date[] {
  if (from > to) {
    throw invalidInput({ field: 'to', code: 'empty_period', message: 'to must not be before from' });
  }
  const starts = intervalStarts(interval, from, to, MAX_INTERVALS);
  if (starts === undefined) {
    const message = `the period has more than ${MAX_INTERVALS} intervals: choose a longer interval`;
    throw invalidInput({ field: 'interval', code: 'too_many_intervals', message });
  }
  return starts;
}

const summed = (series: readonly Figures[]): Figures => {
  const total = { ...NOTHING };
  for (const figure of FIGURES) for (const each of series) total[figure] += each[figure];
  return total;
};
