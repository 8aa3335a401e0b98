import { Injectable } from '@nestjs/common';
import type { QualifyOn } from '../../config/program-terms.js';
import type { Statement } from '../../core/database/statement.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { StoredReferralStatus } from '../../referral/standing/referral-status.js';
import type { RewardStatus } from '../../referral/standing/reward-status.js';
import type { RewardRole } from '../../config/program-terms.js';
import type { Value } from '../../tenant/value.js';
import type { RecordedReferral, RecordedReward } from './recorded-referral.js';

/** The period of the replay, and the starts of the limit periods that contain `from`. */
export interface PreviewPeriod {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  /** The start of the referrer's limit period under the current program. */
  readonly currentSince: Date;
  /** The same under the proposed program. */
  readonly proposedSince: Date;
  /** The start of the calendar month (UTC) that contains `from`, for the budget. */
  readonly monthStart: Date;
}

/** Totals that are not read with the referrals. */
export interface PeriodTotals {
  /** The credit and fixed discounts earned from `monthStart` to `from`. */
  readonly budgetCents: number;
  /** Enrollments whose referral code was dropped by a promo. The owner of the code is not recorded. */
  readonly dropped: number;
}

/** A referral, and the rewards its referrer had earned before `from` in the limit period of each program. */
export interface ReplayedReferral {
  readonly referral: RecordedReferral;
  readonly earnedCurrent: number;
  readonly earnedProposed: number;
}

/** The number of referrals in memory at a time. */
const CHUNK = 2_000;

const TOTALS: Statement = {
  priority: 'bulk',
  name: 'preview_known',
  text: `
    select (select coalesce(sum(value_units), 0)::bigint
              from reward
             where tenant_id = $1 and type <> 'discount_percent' and status <> 'voided'
                and created_at >= $4 and created_at < $2) as "budgetCents",
           (select count(*)
              from customer
              join enrollment on enrollment.tenant_id = customer.tenant_id and enrollment.customer_id = customer.id
             where customer.tenant_id = $1 and customer.created_at >= $2 and customer.created_at < $3
               and enrollment.referral_status = 'dropped') as dropped`,
};

/**
 * Joins the reward of one side, and the price it was applied to. `limit 1` makes PostgreSQL look them up for each referral.
 * Without it, PostgreSQL joined whole tables. With 400,000 rewards in the table, that took 1 s for each chunk.
 */
const SIDE = (role: RewardRole): string => `
      left join lateral (select * from reward
                          where reward.tenant_id = $1 and reward.referral_id = page.id
                            and reward.customer_id = page.${role}_customer_id
                          limit 1) ${role} on true
      left join lateral (select base_cents, amount_cents from redemption_line line
                          where line.tenant_id = $1 and line.redemption_id = ${role}.redemption_id
                            and line.reward_id = ${role}.id
                          limit 1) ${role}_line on true`;

const SIDE_COLUMNS = (role: RewardRole): string => `
           case when ${role}.id is not null
                then json_build_object('type', ${role}.type, 'units', ${role}.value_units) end as ${role}_value,
           ${role}.status as ${role}_status,
           ${role}.available_at is not null as ${role}_qualified, ${role}_line.base_cents as ${role}_base`;

/**
 * Reads referrals in chronological order. `$2` and `$3` are the start of the chunk, `$4` and `$5` the end and start of the
 * period; `$6` and `$7` are the start of the referrer's limit period in the current and in the proposed program. To save
 * work, earned rewards are counted for each referrer of the chunk, not for each referral. The largest invoice is the largest
 * total after discounts. The qualifying invoice counts with its stored amount. In any other invoice, the discount of the
 * referee's own reward is added back, because that invoice may be what made the reward available.
 */
const REFERRALS: Statement = {
  priority: 'bulk',
  name: 'preview_referrals',
  text: `
    with page as materialized (
      select id, created_at, referrer_customer_id, referee_customer_id, terms_version, status,
             qualified_cents, qualified_by_redemption_id
        from referral
       where tenant_id = $1 and (created_at, id) > ($2::timestamptz, $3) and created_at < $4
       order by created_at, id
       limit ${CHUNK}
    ), earned as materialized (
      select referrer.id,
             count(*) filter (where reward.created_at >= $6::timestamptz) as current,
             count(*) filter (where reward.created_at >= $7::timestamptz) as proposed
        from (select distinct referrer_customer_id as id from page) referrer
        join reward on reward.tenant_id = $1 and reward.customer_id = referrer.id and reward.role = 'referrer'
                   and reward.status <> 'voided' and reward.created_at >= least($6::timestamptz, $7::timestamptz) and reward.created_at < $5
       group by referrer.id
    )
    select page.id, page.created_at, page.referrer_customer_id as referrer_id, page.status, terms.qualify_on,
           terms.min_invoice_cents,
           exists (select from review
                    where review.tenant_id = $1 and review.referral_id = page.id and review.status = 'open') as held,
           greatest(page.qualified_cents, invoice.largest) as largest_invoice,
           coalesce(enrollment.referral_reason = 'promo_not_combinable', false) as beside_promo,
           coalesce(earned.current, 0) as earned_current, coalesce(earned.proposed, 0) as earned_proposed,
           ${SIDE_COLUMNS('referrer')},
           ${SIDE_COLUMNS('referee')}
      from page
      join program_terms terms on terms.tenant_id = $1 and terms.version = page.terms_version
      left join earned on earned.id = page.referrer_customer_id
      left join lateral (select referral_reason from enrollment
                          where enrollment.tenant_id = $1 and enrollment.customer_id = page.referee_customer_id
                          limit 1) enrollment on true
      ${SIDE('referrer')}
      ${SIDE('referee')}
      left join lateral (select max(subtotal_cents - discount_cents
                                    + case when redemption.id = referee.redemption_id then referee_line.amount_cents
                                           else 0 end) as largest
                           from redemption
                          where redemption.tenant_id = $1 and redemption.customer_id = page.referee_customer_id
                            and redemption.created_at >= page.created_at
                            and redemption.id is distinct from page.qualified_by_redemption_id) invoice on true
     order by page.created_at, page.id`,
};

type SideRow<Role extends RewardRole> = {
  readonly [K in keyof SideColumns as `${Role}_${K}`]: SideColumns[K];
};
interface SideColumns {
  readonly value: Value | null;
  readonly status: RewardStatus;
  readonly qualified: boolean;
  readonly base: number | null;
}

interface Row extends SideRow<'referrer'>, SideRow<'referee'> {
  readonly id: string;
  readonly created_at: Date;
  readonly referrer_id: string;
  readonly status: StoredReferralStatus;
  readonly qualify_on: QualifyOn;
  readonly held: boolean;
  readonly min_invoice_cents: number | null;
  readonly largest_invoice: number | null;
  readonly beside_promo: boolean;
  readonly earned_current: number;
  readonly earned_proposed: number;
}

@Injectable()
export class PreviewQuery {
  constructor(private readonly reader: TenantReader) {}

  async totals(tenantId: string, { from, to, monthStart }: PreviewPeriod): Promise<PeriodTotals> {
    const known = await this.reader.row<PeriodTotals>(tenantId, TOTALS, [tenantId, from, to, monthStart]);
    if (known === undefined) throw new Error('The query returned no row.');
    return known;
  }

  /** Iterates over the referrals of the period in chronological order, in chunks. */
  async *referrals(tenantId: string, range: PreviewPeriod): AsyncGenerator<ReplayedReferral[]> {
    const { from, to, currentSince, proposedSince } = range;
    let [at, id] = [from, ''];
    for (;;) {
      const values = [tenantId, at, id, to, from, currentSince, proposedSince];
      const rows = await this.reader.rows<Row>(tenantId, REFERRALS, values);
      yield rows.map(replayedOf);
      const last = rows.at(-1);
      if (last === undefined || rows.length < CHUNK) return;
      [at, id] = [last.created_at, last.id];
    }
  }
}

const replayedOf = (row: Row): ReplayedReferral => ({
  referral: {
    createdAt: row.created_at,
    referrerId: row.referrer_id,
    status: row.status,
    qualifyOn: row.qualify_on,
    held: row.held,
    minInvoiceCents: row.min_invoice_cents,
    largestInvoiceCents: row.largest_invoice ?? 0,
    besidePromo: row.beside_promo,
    referrer: rewardOf({
      value: row.referrer_value,
      status: row.referrer_status,
      qualified: row.referrer_qualified,
      base: row.referrer_base,
    }),
    referee: rewardOf({
      value: row.referee_value,
      status: row.referee_status,
      qualified: row.referee_qualified,
      base: row.referee_base,
    }),
  },
  earnedCurrent: row.earned_current,
  earnedProposed: row.earned_proposed,
});

const rewardOf = ({ value, status, qualified, base }: SideColumns): RecordedReward | null =>
  value === null ? null : { ...value, status, qualified, baseCents: base };
