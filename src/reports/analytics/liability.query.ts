import { Injectable } from '@nestjs/common';
import type { Statement } from '../../core/database/statement.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { LiabilityAnswer } from './liability.dto.js';

/** A period from `from` (inclusive) to `to` (exclusive), and the current time. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/**
 * Includes grants and expiries that are due but not booked yet, so that the report does not depend on when a job ran.
 * `$2` is the current time.
 */
const ENTRIES = `
  select kind, amount_cents as amount, created_at as at from credit_entry where tenant_id = $1
  union all
  select 'grant', value_units - shortfall_cents, available_at from reward
   where tenant_id = $1 and status = 'pending' and type = 'credit' and available_at <= $2::timestamptz
  union all
  select 'expire', shortfall_cents - value_units, expires_at from reward
   where tenant_id = $1 and status = 'pending' and type = 'credit' and available_at <= $2::timestamptz
     and expires_at <= $2::timestamptz
  union all
  select 'expire', -remaining_cents, expires_at from credit_lot
   where tenant_id = $1 and remaining_cents > 0 and expires_at <= $2::timestamptz`;

/** SQL for the sum that entries of these kinds took from the balance in the period. */
const taken = (...kinds: string[]): string => `
  coalesce(-sum(amount) filter (where at >= $3 and at < $4
                                  and kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})), 0)::bigint`;

const MOVEMENT = `
    select coalesce(sum(amount) filter (where at < $3), 0)::bigint as opening_cents,
           -${taken('grant')} as granted_cents, ${taken('capture', 'restore')} as used_cents,
           ${taken('expire')} as expired_cents, ${taken('reverse')} as reversed_cents,
           ${taken('adjust')} as adjusted_cents,
           coalesce(sum(amount) filter (where at < $4), 0)::bigint as closing_cents
      from (${ENTRIES}) entry`;

/** Age groups in whole days. */
const AGES = `(values (0, 30), (31, 90), (91, 180), (181, 365), (366, null)) as age (from_days, to_days)`;
const inAge = (since: string): string => `
  floor(extract(epoch from $2::timestamptz - ${since}) / 86400)
    between age.from_days and coalesce(age.to_days, 2147483647)`;

const OUTSTANDING_CREDIT = `
    select age.from_days, age.to_days, count(lot.cents)::integer as count, coalesce(sum(lot.cents), 0)::bigint as cents
      from ${AGES}
      left join (select remaining_cents as cents, created_at as since from credit_lot
                  where tenant_id = $1 and remaining_cents > 0
                    and (expires_at is null or expires_at > $2::timestamptz)
                 union all
                 select value_units - shortfall_cents, available_at from reward
                  where tenant_id = $1 and status = 'pending' and type = 'credit' and available_at <= $2::timestamptz
                    and value_units > shortfall_cents
                    and (expires_at is null or expires_at > $2::timestamptz)) lot
        on ${inAge('lot.since')}
     group by age.from_days, age.to_days`;

const UNUSED_DISCOUNTS = `
    select age.from_days, age.to_days,
           count(*) filter (where reward.type = 'discount_percent')::integer as percent_count,
           count(*) filter (where reward.type = 'discount_fixed')::integer as fixed_count,
           coalesce(sum(reward.value_units) filter (where reward.type = 'discount_fixed'), 0)::bigint as fixed_cents
      from ${AGES}
      left join reward
        on reward.tenant_id = $1 and reward.type <> 'credit'
       and (reward.status = 'available' or reward.status = 'pending' and reward.available_at <= $2::timestamptz)
       and (reward.expires_at is null or reward.expires_at > $2::timestamptz)
       and ${inAge('reward.available_at')}
     group by age.from_days, age.to_days`;

const byAge = (ages: string): string => `(select json_agg(aged order by from_days) from (${ages}) aged)`;

/** One statement, so that the outstanding amounts agree with the sum of the entries. */
const LIABILITY: Statement = {
  priority: 'bulk',
  name: 'liability',
  text: `
    select (select row_to_json(movement) from (${MOVEMENT}) movement) as credit,
           ${byAge(OUTSTANDING_CREDIT)} as outstanding_credit,
           ${byAge(UNUSED_DISCOUNTS)} as unused_discounts`,
};

type Liability = Pick<LiabilityAnswer, 'credit' | 'outstanding_credit' | 'unused_discounts'>;

@Injectable()
export class LiabilityQuery {
  constructor(private readonly reader: TenantReader) {}

  async of(tenantId: string, { from, to, now }: Period): Promise<Liability> {
    const liability = await this.reader.row<Liability>(tenantId, LIABILITY, [tenantId, now, from, to]);
    if (liability === undefined) throw new Error('The query returned no row.');
    return liability;
  }
}
