import fc from 'fast-check';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import {
  MAX_REWARDS_PERIODS,
  type MaxRewardsPeriod,
  NAME_DISPLAYS,
  type NameDisplay,
  type OnRefund,
  QUALIFY_ON,
  type QualifyOn,
} from '../../src/config/program-terms.js';
import { majorOf, type Value } from '../../src/tenant/value.js';
import { valueOf } from '../support/values.js';

/** The terms of a program. */
export interface Terms {
  readonly referrer: Value;
  readonly referee: Value;
  readonly qualifyOn: QualifyOn;
  readonly holdDays: number;
  readonly expiresDays: number | null;
  readonly maxRewards: number | null;
  readonly maxRewardsPeriod: MaxRewardsPeriod;
  readonly budgetCents: number | null;
  readonly keepAttribution: boolean;
  readonly nameDisplay: NameDisplay;
  readonly minInvoiceCents: number | null;
  readonly onRefund: OnRefund;
}

/** A promo as an admin sets it. Its window is in days from the moment of the change. */
export interface PromoPlan {
  readonly value: Value;
  readonly combinable: boolean;
  readonly maxRedemptions: number | null;
  readonly startsInDays: number | null;
  readonly endsInDays: number | null;
}

/** One step. Numbers choose among the people, referrals, rewards, promos and invoices that there are. */
export type Step =
  | {
      readonly kind: 'enroll';
      readonly referrer: number;
      readonly code: 'theirs' | 'own' | 'unknown' | 'none';
      readonly promo: number | null;
      readonly disposable: boolean;
      readonly amount: number;
      readonly pays: boolean;
    }
  | { readonly kind: 'invoice'; readonly who: number; readonly amount: number; readonly repeated: boolean }
  | {
      readonly kind: 'adjust';
      readonly who: number;
      readonly amount: number;
      readonly expiresInDays: number | null;
    }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'decide'; readonly referral: number; readonly how: 'approve' | 'void' }
  | { readonly kind: 'void reward'; readonly reward: number }
  | { readonly kind: 'review'; readonly review: number; readonly how: 'approve' | 'reject' }
  | { readonly kind: 'reverse'; readonly invoice: number; readonly permille: number | null }
  | { readonly kind: 'save'; readonly terms: Terms }
  | { readonly kind: 'switch' }
  | { readonly kind: 'change promo'; readonly promo: number; readonly to: PromoPlan | null };

/** A history before it is played. The first choice of everything is the simplest, to which a history shrinks. */
export interface Plan {
  readonly currency: string;
  readonly start: string;
  readonly terms: Terms;
  readonly holdsDisposable: boolean;
  readonly promos: readonly PromoPlan[];
  /** A step that is null was left out by shrinking. */
  readonly steps: readonly (Step | null)[];
}

/** The request that saves terms. */
export const requestOf = (terms: Terms, enabled: boolean, currency: string): SaveConfigRequest => ({
  referral_enabled: enabled,
  referral_reward_type: terms.referrer.type,
  referral_reward_value: majorOf(terms.referrer, currency),
  referral_reward_referee_type: terms.referee.type,
  referral_reward_referee_value: majorOf(terms.referee, currency),
  referral_qualify_on: terms.qualifyOn,
  referral_hold_days: terms.holdDays,
  referral_reward_expires_days: terms.expiresDays,
  referral_max_rewards_per_referrer: terms.maxRewards,
  referral_max_rewards_period: terms.maxRewardsPeriod,
  referral_budget_cents: terms.budgetCents,
  referral_keep_attribution: terms.keepAttribution,
  referrer_name_display: terms.nameDisplay,
  referral_min_invoice_cents: terms.minInvoiceCents,
  referral_on_refund: terms.onRefund,
});

const AMOUNTS = fc.constantFrom(500, 500, 0, 1, 1999, 2000, 20_000);
const PERCENTAGES = fc.constantFrom(1000, 1000, 0, 3333, 10_000);

const valueOfType = (type: Value['type']): fc.Arbitrary<Value> =>
  (type === 'discount_percent' ? PERCENTAGES : AMOUNTS).map((units) => valueOf({ type, units }));
const DISCOUNT = fc.oneof(valueOfType('discount_fixed'), valueOfType('discount_percent'));
const VALUE = fc.oneof(valueOfType('discount_fixed'), valueOfType('discount_percent'), {
  arbitrary: valueOfType('credit'),
  weight: 2,
});

const orNull = <T>(...values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.constantFrom(null, ...values.map(() => null), ...values);

/** Draws the first value four times as often as all others together. */
const mostly = <const T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, fc.constantFrom(...others));

const TERMS: fc.Arbitrary<Terms> = fc.record({
  referrer: VALUE,
  referee: VALUE,
  qualifyOn: fc.constantFrom('enrollment', ...QUALIFY_ON),
  holdDays: fc.constantFrom(0, 0, 0, 1, 30),
  expiresDays: orNull(30, 1),
  maxRewards: orNull(1, 2),
  maxRewardsPeriod: fc.constantFrom(...MAX_REWARDS_PERIODS),
  budgetCents: orNull(1000, 0, 2500, 40_000),
  keepAttribution: fc.boolean(),
  nameDisplay: fc.constantFrom(...NAME_DISPLAYS),
  minInvoiceCents: mostly(null, 5000, 9500),
  onRefund: mostly<OnRefund>('reverse', 'keep'),
});

const PROMO: fc.Arbitrary<PromoPlan> = fc.record({
  value: DISCOUNT,
  combinable: fc.boolean(),
  maxRedemptions: orNull(1),
  startsInDays: orNull(-1, 1),
  endsInDays: orNull(30, 2),
});

const PRICE = fc.oneof(fc.constantFrom(10_000, 0, 1, 999), fc.integer({ min: 0, max: 30_000 }));
const ANY = fc.nat({ max: 11 });

const step = <Kind extends Step['kind'], More extends object>(
  kind: Kind,
  weight: number,
  more: { [K in keyof More]: fc.Arbitrary<More[K]> },
): { arbitrary: fc.Arbitrary<More & { kind: Kind }>; weight: number } => ({
  arbitrary: fc.record({ kind: fc.constant(kind), ...more }) as unknown as fc.Arbitrary<
    More & { kind: Kind }
  >,
  weight,
});

const STEP: fc.Arbitrary<Step> = fc.oneof(
  step('enroll', 10, {
    referrer: fc.constantFrom(0, 0, 0, 1, 2, 5),
    code: mostly('theirs', 'none', 'unknown', 'own'),
    promo: orNull(0, 1),
    disposable: mostly(false, true),
    amount: PRICE,
    pays: fc.boolean(),
  }),
  step('wait', 3, { hours: fc.constantFrom(1, 23, 24, 25, 24 * 30, 24 * 31, 24 * 40) }),
  step('invoice', 5, { who: ANY, amount: PRICE, repeated: fc.boolean() }),
  step('decide', 3, { referral: ANY, how: fc.constantFrom('approve', 'void') }),
  step('reverse', 4, { invoice: ANY, permille: orNull(500, 1, 333, 1000) }),
  step('adjust', 3, {
    who: ANY,
    amount: fc.constantFrom(500, 1, 7777, -1, -400),
    expiresInDays: orNull(1, 30),
  }),
  step('void reward', 1, { reward: ANY }),
  step('review', 2, { review: ANY, how: fc.constantFrom('approve', 'reject') }),
  step('save', 2, { terms: TERMS }),
  step('switch', 1, {}),
  step('change promo', 1, { promo: ANY, to: fc.option(PROMO) }),
);

/** Without the bias of fast-check toward short lists: little happens in a short history. */
export const PLAN: fc.Arbitrary<Plan> = fc.noBias(
  fc.record({
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    start: fc.constantFrom(
      '2026-03-10T10:00:00.000Z',
      '2026-01-30T22:30:00.000Z',
      '2026-12-31T22:00:00.000Z',
    ),
    terms: TERMS,
    holdsDisposable: fc.boolean(),
    promos: fc.array(PROMO, { maxLength: 2 }),
    steps: fc.array(fc.option(STEP, { freq: 50 }), { minLength: 1, maxLength: 16, size: 'max' }),
  }),
);
