import fc from 'fast-check';
import type { StoredReferralStatus } from '../../src/referral/standing/referral-status.js';
import { REWARD_STATUSES, type RewardStatus } from '../../src/referral/standing/reward-status.js';
import { VALUE_TYPES, type ValueType } from '../../src/tenant/value.js';
import type { TestApp } from '../support/app.js';
import type { TestTenant } from '../support/factories.js';

/** What one side earned; moments are texts as the API writes them. */
export interface PastReward {
  readonly type: ValueType;
  readonly status: RewardStatus;
  readonly availableAt: string | null;
}

/** Somebody who enrolled, and what became of it. */
export interface Enrolled {
  readonly at: string;
  readonly promo: 'applied' | 'invalid' | 'none';
  readonly referral:
    | 'dropped'
    | 'invalid'
    | 'none'
    | {
        readonly referrer: string;
        readonly status: StoredReferralStatus;
        readonly rewards: readonly PastReward[];
      };
}

/** Enrollments, and what was opened and checked on each day. */
export interface Past {
  readonly enrollments: readonly Enrolled[];
  readonly traffic: ReadonlyMap<string, readonly [opened: number, validated: number]>;
}

const REFERRERS = 40;
const DAYS = 400;
const DAY_MS = 86_400_000;

/** Of a referral that does not stand nothing is applied, now or later. */
const takenBack = ({ type, status }: PastReward): PastReward => ({
  type,
  status: status === 'applied' || status === 'available' ? 'reversed' : status,
  availableAt: null,
});

/** A past of some four hundred days, the same for a seed; a third of it at the turn of a day, to the millisecond. */
export function aProgramsPast(count: number, now: string, seed: number): Past {
  const day = fc
    .integer({ min: -DAYS, max: 0 })
    .map((days) => Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`) + days * DAY_MS);
  const within = fc.oneof(
    fc.constantFrom(-1, 0, 1),
    fc.integer({ min: 0, max: DAY_MS - 1 }),
    fc.integer({ min: 0, max: DAY_MS - 1 }),
  );
  const at = fc.tuple(day, within).map(([start, more]) => new Date(start + more).toISOString());
  const reward = fc
    .record({
      type: fc.constantFrom(...VALUE_TYPES),
      status: fc.constantFrom<RewardStatus>(
        'applied',
        'applied',
        'applied',
        'pending',
        'pending',
        ...REWARD_STATUSES,
      ),
      availableAt: fc.oneof(at, at, fc.constantFrom(null, now)),
    })
    .filter(({ type, status }) => type !== 'credit' || status !== 'available');
  const referral = fc
    .record({
      referrer: fc.nat(REFERRERS - 1).map((n) => `${n % 2 === 0 ? 'cus' : 'CUS'}_${n}`),
      status: fc.constantFrom<StoredReferralStatus>(
        'qualified',
        'qualified',
        'qualified',
        'pending',
        'rejected',
        'reversed',
      ),
      rewards: fc.array(reward, { maxLength: 2 }),
    })
    .map((one) => (one.status === 'qualified' ? one : { ...one, rewards: one.rewards.map(takenBack) }));
  const enrolled = fc.record({
    at,
    promo: fc.constantFrom('applied' as const, 'invalid' as const, 'none' as const, 'none' as const),
    referral: fc.oneof(
      referral,
      referral,
      fc.constantFrom('dropped' as const, 'invalid' as const, 'none' as const),
    ),
  });
  const enrollments = fc
    .sample(enrolled, { numRuns: count, seed })
    .map((one) => (one.referral === 'dropped' ? { ...one, promo: 'applied' as const } : one));
  const counted = fc.tuple(day, fc.nat(1000), fc.nat(500));
  const traffic = fc
    .sample(counted, { numRuns: DAYS, seed })
    .map(([start, ...counts]) => [new Date(start).toISOString().slice(0, 10), counts] as const);
  return { enrollments, traffic: new Map(traffic) };
}

/** Straight into the tables, as a superuser: no story leads to every state in any time that a test has. */
export async function writePast(
  app: TestApp,
  tenant: TestTenant,
  { enrollments, traffic }: Past,
): Promise<void> {
  const referrals = enrollments.flatMap(({ at, referral }, n) =>
    typeof referral === 'object' ? [{ n, at, ...referral }] : [],
  );
  const referrers = [...new Set(referrals.map(({ referrer }) => referrer))];
  const people = [...referrers, ...enrollments.map((_, n) => `new_${n}`)];
  await app.database.sql(
    `insert into customer (tenant_id, id, name, email, canonical_email, status, created_at)
     select $1, id, 'Name of ' || id, lower(id) || '@example.com', id, 'active', now() from unnest($2::text[]) id`,
    [tenant.id, people],
  );
  await app.database.sql(
    `insert into referral (tenant_id, id, referrer_customer_id, referee_customer_id, referral_code, terms_version,
                           status, created_at)
     select $1, 'ref_' || n, referrer, 'new_' || n, 'KH7N4WP3', 1, status, at
       from jsonb_to_recordset($2) as row (n int, referrer text, status text, at timestamptz)`,
    [tenant.id, JSON.stringify(referrals)],
  );
  const rewards = referrals.flatMap(({ n, at, referrer, rewards: earned }) =>
    earned.map((reward, side) => ({
      id: `rwd_${n}_${side}`,
      n,
      at,
      customer: side === 0 ? referrer : `new_${n}`,
      role: side === 0 ? 'referrer' : 'referee',
      ...reward,
    })),
  );
  await app.database.sql(
    `insert into reward (tenant_id, id, referral_id, customer_id, role, type, value_units, status, available_at,
                         used_cents, shortfall_cents, created_at)
     select $1, id, 'ref_' || n, customer, role, type, 500, status, "availableAt", 0, 0, at
       from jsonb_to_recordset($2) as row (id text, n int, at timestamptz, customer text, role text, type text,
                                           status text, "availableAt" timestamptz)`,
    [tenant.id, JSON.stringify(rewards)],
  );
  await app.database.sql(
    `insert into promo (tenant_id, id, code, discount_type, discount_units, combinable_with_referral, active,
                        redemption_count, created_at)
     values ($1, 'pro_past', 'PAST', 'discount_fixed', 100, true, true, 0, now())`,
    [tenant.id],
  );
  const rows = enrollments.map(({ at, referral, promo }, n) =>
    Object.assign(
      { n, at, promo },
      typeof referral === 'object' ? { status: 'applied', id: `ref_${n}` } : { status: referral },
    ),
  );
  await app.database.sql(
    `insert into enrollment (tenant_id, id, customer_id, referral_status, referral_id, promo_status, promo_id,
                             promo_discount_type, promo_discount_units, promo_combinable, created_at)
     select $1, 'enr_' || n, 'new_' || n, row.status, row.id, promo, used.id, used.discount_type, used.discount_units,
            used.combinable_with_referral, at
       from jsonb_to_recordset($2) as row (n int, at timestamptz, promo text, status text, id text)
       left join promo used on used.tenant_id = $1 and used.id = 'pro_past' and row.promo = 'applied'`,
    [tenant.id, JSON.stringify(rows)],
  );
  await app.database.sql(
    `insert into code_traffic select $1, day, opened, validated
       from unnest($2::date[], $3::int[], $4::int[]) as row (day, opened, validated)`,
    [
      tenant.id,
      [...traffic.keys()],
      ...[0, 1].map((index) => [...traffic.values()].map((counts) => counts[index])),
    ],
  );
}
