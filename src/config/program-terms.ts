import { basisPoints } from '../common/money.js';
import type { Value } from '../tenant/value.js';

/** The sides of a referral. */
export const REWARD_ROLES = ['referrer', 'referee'] as const;
export type RewardRole = (typeof REWARD_ROLES)[number];

/** The event that makes a referral qualify: the enrollment itself, the referee's first invoice, or an approval. */
export const QUALIFY_ON = ['enrollment', 'first_invoice', 'manual'] as const;
export type QualifyOn = (typeof QUALIFY_ON)[number];

export const MAX_REWARDS_PERIODS = ['month', 'year', 'ever'] as const;
export type MaxRewardsPeriod = (typeof MAX_REWARDS_PERIODS)[number];

/** The part of a referrer's name that the public sees. */
export const NAME_DISPLAYS = ['full', 'first_initial', 'first', 'hidden'] as const;
export type NameDisplay = (typeof NAME_DISPLAYS)[number];

/** The effect on a referral when the invoice that qualified it is refunded. */
export const ON_REFUND = ['reverse', 'keep'] as const;
export type OnRefund = (typeof ON_REFUND)[number];

/** The settings of a program besides its rewards. Months and years are in UTC. */
export interface ProgramSettings {
  readonly qualifyOn: QualifyOn;
  /** The minimum total, after discounts, of an invoice that qualifies a referral. Null means any total above 0. */
  readonly minInvoiceCents: number | null;
  readonly onRefund: OnRefund;
  /** Days between qualification and the first use, 0 to 90. */
  readonly holdDays: number;
  /** Days during which a reward can be used. Null means that it does not expire. */
  readonly rewardExpiresDays: number | null;
  /** The number of rewards that one referrer can earn in a period. Null means no limit. */
  readonly maxRewards: number | null;
  readonly maxRewardsPeriod: MaxRewardsPeriod;
  /** The most that rewards with a known amount may cost in a month, for both sides. Null means no limit. */
  readonly budgetCents: number | null;
  /** True when a promo that is not combinable drops only the referee's reward, and the referral is still recorded. */
  readonly keepAttribution: boolean;
  readonly referrerNameDisplay: NameDisplay;
}

/** The program of a tenant: its switch, the rewards of both sides, and the settings. */
export interface Program {
  readonly enabled: boolean;
  /** 0 units mean no reward. */
  readonly referrer: Value;
  readonly referee: Value;
  readonly settings: ProgramSettings;
}

const TEN_PERCENT: Value = { type: 'discount_percent', units: basisPoints(1000) };

/** The program of a new tenant: off, with 10% for both sides, available at once and without expiry. */
export const DEFAULT_PROGRAM: Program = {
  enabled: false,
  referrer: TEN_PERCENT,
  referee: TEN_PERCENT,
  settings: {
    qualifyOn: 'enrollment',
    minInvoiceCents: null,
    onRefund: 'reverse',
    holdDays: 0,
    rewardExpiresDays: null,
    maxRewards: null,
    maxRewardsPeriod: 'ever',
    budgetCents: null,
    keepAttribution: false,
    referrerNameDisplay: 'full',
  },
};
