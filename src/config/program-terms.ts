import type { ValueType } from '../tenant/value-units.js';

/** What one side of a referral earns. */
export interface RewardTerms {
  readonly type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit; 0 means that the side earns nothing. */
  readonly units: number;
}

/** What makes a referral qualify: the enrollment itself, the referee's first invoice, or somebody's approval. */
export const QUALIFY_ON = ['enrollment', 'first_invoice', 'manual'] as const;
export type QualifyOn = (typeof QUALIFY_ON)[number];

export const MAX_REWARDS_PERIODS = ['month', 'year', 'ever'] as const;
export type MaxRewardsPeriod = (typeof MAX_REWARDS_PERIODS)[number];

/** What the public sees of a referrer's name. */
export const NAME_DISPLAYS = ['full', 'first_initial', 'first', 'hidden'] as const;
export type NameDisplay = (typeof NAME_DISPLAYS)[number];

/** What a program says beside the rewards themselves. Months and years are those of UTC. */
export interface ProgramSettings {
  readonly qualifyOn: QualifyOn;
  /** Days between qualifying and use, 0 to 90. */
  readonly holdDays: number;
  /** Days for use; null: for ever. */
  readonly rewardExpiresDays: number | null;
  /** How many rewards one referrer may earn in a period; null: no limit. */
  readonly maxRewards: number | null;
  readonly maxRewardsPeriod: MaxRewardsPeriod;
  /** What the rewards of a month may come to, both sides, of those with a known amount; null: no limit. */
  readonly budgetCents: number | null;
  /** True: a promo that is not combinable drops the referee's reward only, and the referral is recorded. */
  readonly keepAttribution: boolean;
  readonly referrerNameDisplay: NameDisplay;
}

/** A tenant's program: the switch, what both sides earn, and the settings. */
export interface Program {
  readonly enabled: boolean;
  readonly referrer: RewardTerms;
  readonly referee: RewardTerms;
  readonly settings: ProgramSettings;
}

const TEN_PERCENT: RewardTerms = { type: 'discount_percent', units: 1000 };

/** A new tenant's program is off, and would give 10 % to both sides, at once and for good. */
export const DEFAULT_PROGRAM: Program = {
  enabled: false,
  referrer: TEN_PERCENT,
  referee: TEN_PERCENT,
  settings: {
    qualifyOn: 'enrollment',
    holdDays: 0,
    rewardExpiresDays: null,
    maxRewards: null,
    maxRewardsPeriod: 'ever',
    budgetCents: null,
    keepAttribution: false,
    referrerNameDisplay: 'full',
  },
};
