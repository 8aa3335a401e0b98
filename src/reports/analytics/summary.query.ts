import { Injectable } from '@nestjs/common';
import type { Statement } from '../../core/database/statement.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import { rewardStatusAt } from '../../referral/standing/status-at.js';
import type { Period } from './liability.query.js';
import type { FunnelAnswer, SummaryAnswer } from './summary.dto.js';

/** A period with the starts of its intervals, in order. */
export interface CutPeriod extends Period {
  readonly starts: readonly Date[];
}

/** The funnel of one interval, or of the whole period. */
export type Figures = Record<keyof FunnelAnswer, number>;

interface Summary extends Pick<SummaryAnswer, 'top_referrers'> {
  /** For each interval, in order. */
  readonly figures: readonly Figures[];
  readonly promo_overlap: Omit<SummaryAnswer['promo_overlap'], 'referral_only'>;
}

/** The intervals in order. The period may cut the first and the last one. */
const PARTS = `unnest($4::timestamptz[], $5::timestamptz[]) with ordinality as part (since, until, position)`;

const RECORDED = `
  select count(*)::integer as enrolled, count(*) filter (where status = 'qualified')::integer as qualified
    from referral
   where tenant_id = $1 and created_at >= part.since and created_at < part.until`;

/** The time at which the referral of a reward was recorded, as it is indexed. */
const REFERRAL_CREATED_AT = 'coalesce(referral_created_at, created_at)';

/**
 * A reward is applied only while its referral is qualified, and its row contains the time at which the referral was
 * recorded. So the rewards alone show which referrals are rewarded. `$6` is the current time.
 */
const REWARDED = `
  select count(*)::integer as rewarded
    from (select from reward
           where tenant_id = $1 and ${REFERRAL_CREATED_AT} >= part.since and ${REFERRAL_CREATED_AT} < part.until
           group by ${REFERRAL_CREATED_AT}, referral_id
          having bool_and(${rewardStatusAt('reward', '$6')} = 'applied')) referral`;

/** Traffic is stored by day. A day that the period cuts counts as a whole. */
const TRAFFIC = `
  select coalesce(sum(link_opened), 0)::bigint as link_opened,
         coalesce(sum(code_validated), 0)::bigint as code_validated
    from code_traffic
   where tenant_id = $1 and day >= (part.since at time zone 'UTC')::date
     and day <= ((part.until - interval '1 millisecond') at time zone 'UTC')::date`;

const FIGURES = `
  select json_agg(json_build_object('link_opened', link_opened, 'code_validated', code_validated,
                                    'enrolled', enrolled, 'qualified', qualified, 'rewarded', rewarded)
                  order by position)
    from ${PARTS}, lateral (${TRAFFIC}) traffic, lateral (${RECORDED}) recorded, lateral (${REWARDED}) earned`;

const TOP_REFERRERS = `
  select json_agg(json_build_object('customer_id', customer.id, 'name', customer.name, 'email', customer.email,
                                    'referrals', referrals, 'qualified', qualified)
                  order by referrals desc, qualified desc, customer.id)
    from (select referrer_customer_id, count(*) as referrals, count(*) filter (where status = 'qualified') as qualified
            from referral
           where tenant_id = $1 and created_at >= $2 and created_at < $3
           group by referrer_customer_id
           order by referrals desc, qualified desc, referrer_customer_id
           limit 10) best
    join customer on customer.tenant_id = $1 and customer.id = best.referrer_customer_id`;

/** Uses an index of enrollments with a promo. The number of enrollments with only a referral is calculated from the funnel. */
const PROMO_OVERLAP = `
  select json_build_object('promo_only', count(*) filter (where referral_status in ('none', 'invalid')),
                           'both_applied', count(*) filter (where referral_status = 'applied'),
                           'referral_dropped', count(*) filter (where referral_status = 'dropped'))
    from enrollment
   where tenant_id = $1 and created_at >= $2 and created_at < $3 and promo_status = 'applied'`;

/**
 * One statement, so that all figures describe the same state. Each part scans one covering index without joining row by
 * row. The cost grows with the period, even though a prepared statement is planned without knowing its length. (Joining
 * referrals to their rewards took 320 ms for 82,000 of a million, and nested loops before the tables were analyzed.)
 * Measured by `npm run bench -- summary`.
 */
const SUMMARY: Statement = {
  priority: 'bulk',
  name: 'analytics_summary',
  text: `
    select coalesce((${FIGURES}), '[]') as figures, coalesce((${TOP_REFERRERS}), '[]') as top_referrers,
           (${PROMO_OVERLAP}) as promo_overlap`,
};

@Injectable()
export class SummaryQuery {
  constructor(private readonly reader: TenantReader) {}

  async of(tenantId: string, { from, to, now, starts }: CutPeriod): Promise<Summary> {
    const since = starts.map((start) => (start < from ? from : start));
    const until = [...starts.slice(1), to].slice(0, starts.length);
    const values = [tenantId, from, to, since, until, now];
    const summary = await this.reader.row<Summary>(tenantId, SUMMARY, values);
    if (summary === undefined) throw new Error('The query returned no row.');
    return summary;
  }
}
