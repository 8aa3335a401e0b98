import type { WithheldReason } from '../../src/config/offer.js';
import type { MaxRewardsPeriod, RewardRole } from '../../src/config/program-terms.js';
import type { RewardStatus } from '../../src/referral/standing/reward-status.js';
import type { Value } from '../../src/tenant/value.js';
import type { Terms } from './plan.js';

/** A referral, as the admin sees it. */
export interface Referral {
  readonly id: string;
  readonly name: string;
  readonly referrerId: string;
  readonly refereeId: string;
  readonly terms: Terms;
  /** `refunded`: the invoice that qualified it was taken back, and another may qualify it once more. */
  status: 'pending' | 'qualified' | 'refunded' | 'ended';
  /** The invoice that qualified it, and what that came to after discounts. */
  qualifiedBy: { readonly redemptionId: string; readonly amount: number } | null;
  requalified: boolean;
  /** True while a review is open. */
  held: boolean;
  /** The limit that withheld the referrer's reward. */
  referrerWithheld: WithheldReason | null;
}

/** A reward that was promised to one side. */
export interface Reward {
  readonly referral: Referral;
  readonly role: RewardRole;
  readonly ownerId: string;
  readonly value: Value;
  readonly createdAt: Date;
  /** When the referral qualified, if it did before the reward ended. */
  qualifiedAt: Date | null;
  /** Set by a decision to take it back. */
  ended: 'voided' | 'reversed' | null;
  /** The redemption that used it; only discounts have one. */
  usedBy: string | null;
  /** True if a refund ended it, so that it comes back if the referral qualifies again. */
  refunded: boolean;
  /** True if it came back after it had been usable, so that it is never voided again. */
  cameBack: boolean;
  /** How often its credit was granted before it came back, and how much of it was used or will not come, as the list says. */
  grants: number;
  shortfall: number;
  readonly id: string;
}

/** What has become of a new reward. */
export const UNTOUCHED = {
  ended: null,
  usedBy: null,
  refunded: false,
  cameBack: false,
  grants: 0,
  shortfall: 0,
} as const;

/** The promo that a customer enrolled with. */
export interface OwnPromo {
  readonly value: Value;
  readonly combinable: boolean;
  usedBy: string | null;
}

export const daysAfter = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * 24 * 3_600_000);

/** Returns when a reward can be used and when it expires; null until its referral qualifies. */
export function timesOf({ referral: { terms }, qualifiedAt }: Reward): {
  availableAt: Date | null;
  expiresAt: Date | null;
} {
  const { holdDays, expiresDays } = terms;
  if (qualifiedAt === null) return { availableAt: null, expiresAt: null };
  const availableAt = daysAfter(qualifiedAt, holdDays);
  return { availableAt, expiresAt: expiresDays === null ? null : daysAfter(availableAt, expiresDays) };
}

/** Returns what becomes of a promised reward by a moment. */
export function statusOf(reward: Reward, at: Date): RewardStatus {
  if (reward.ended !== null) return reward.ended;
  const { availableAt, expiresAt } = timesOf(reward);
  if (availableAt === null || at < availableAt) return 'pending';
  if (reward.value.type === 'credit' || reward.usedBy !== null) return 'applied';
  return expiresAt !== null && at >= expiresAt ? 'expired' : 'available';
}

/** Takes a reward back at a moment. @returns false if it has ended already */
export function takeBack(reward: Reward, at: Date): boolean {
  const status = statusOf(reward, at);
  if (status === 'pending') reward.ended = reward.cameBack ? 'reversed' : 'voided';
  else if (status === 'available' || status === 'applied') reward.ended = 'reversed';
  else return false;
  return true;
}

/** Reverses a referral because the invoice that qualified it was taken back. */
export function refund(referral: Referral, rewards: readonly Reward[], at: Date): void {
  referral.status = referral.requalified ? 'ended' : 'refunded';
  for (const reward of rewards) {
    if (reward.referral === referral && takeBack(reward, at)) reward.refunded = true;
  }
}

/**
 * Qualifies a referral again that a refund reversed. A reward that was voided must find room in the limits of its time. Of
 * credit comes back what the refund took; the reward stays reversed if that is nothing, and nothing was used either.
 * @param takenBack what the ledger says that was taken of a reward's credit
 */
export function requalify(
  referral: Referral,
  rewards: readonly Reward[],
  at: Date,
  takenBack: ReadonlyMap<Reward, number>,
): void {
  referral.status = 'qualified';
  referral.requalified = true;
  const { terms, referrerId } = referral;
  for (const reward of rewards.filter((one) => one.referral === referral && one.refunded)) {
    reward.refunded = false;
    const { role, createdAt } = reward;
    const limit = reward.ended === 'voided' ? limitFor(terms, role, rewards, referrerId, createdAt) : null;
    if (limit !== null) {
      if (role === 'referrer') referral.referrerWithheld = limit;
      continue;
    }
    reward.cameBack = reward.ended === 'reversed';
    if (reward.cameBack && reward.value.type === 'credit') {
      const back = takenBack.get(reward) ?? 0;
      if (back + reward.shortfall === 0) continue;
      reward.grants++;
      reward.shortfall = reward.value.units - back;
    }
    reward.ended = null;
    if (reward.usedBy === null) reward.qualifiedAt = at;
  }
}

/** What the next friend of a referrer and the referrer would get. */
export type Forecast = Record<
  RewardRole,
  { readonly value: Value; readonly withheld: WithheldReason | null }
>;

const isEarned = ({ ended }: Reward): boolean => ended !== 'voided';

/** Returns true if two moments are in the same calendar month or year, in UTC. */
const isSamePeriod = (period: MaxRewardsPeriod, one: Date, other: Date): boolean => {
  const length = { month: 7, year: 4, ever: 0 }[period];
  return one.toISOString().slice(0, length) === other.toISOString().slice(0, length);
};

/** Counts the rewards of a referrer in the period of a cap. */
export const rewardsIn = (
  rewards: readonly Reward[],
  referrerId: string,
  period: MaxRewardsPeriod,
  at: Date,
): number =>
  rewards.filter(
    (reward) =>
      isEarned(reward) &&
      reward.role === 'referrer' &&
      reward.ownerId === referrerId &&
      isSamePeriod(period, reward.createdAt, at),
  ).length;

/** Adds up the credit and fixed discounts that were earned in the month of a moment. */
export const spentIn = (rewards: readonly Reward[], at: Date): number =>
  rewards
    .filter(
      (reward) =>
        isEarned(reward) &&
        reward.value.type !== 'discount_percent' &&
        isSamePeriod('month', reward.createdAt, at),
    )
    .reduce((sum, { value }) => sum + value.units, 0);

/** Returns the limit that has no room for a reward; null if there is room. @param taken what the other side takes before */
export function limitFor(
  terms: Terms,
  role: RewardRole,
  rewards: readonly Reward[],
  referrerId: string,
  at: Date,
  taken = 0,
): WithheldReason | null {
  const { maxRewards, maxRewardsPeriod, budgetCents } = terms;
  const value = terms[role];
  if (role === 'referrer' && maxRewards !== null) {
    if (rewardsIn(rewards, referrerId, maxRewardsPeriod, at) >= maxRewards) return 'limit_reached';
  }
  if (value.type === 'discount_percent' || budgetCents === null) return null;
  return spentIn(rewards, at) + taken + value.units > budgetCents ? 'budget_reached' : null;
}

/** Returns what both sides of a referral would get now. @param promoOnly the promo leaves the friend without a reward */
export function forecast(
  terms: Terms,
  rewards: readonly Reward[],
  referrerId: string,
  at: Date,
  promoOnly = false,
): Forecast {
  const none = (value: Value): boolean => value.units === 0;
  const { referee, referrer } = terms;
  const limit = promoOnly ? 'promo_not_combinable' : limitFor(terms, 'referee', rewards, referrerId, at);
  const withheld = none(referee) ? null : limit;
  const taken = withheld !== null || referee.type === 'discount_percent' ? 0 : referee.units;
  return {
    referee: { value: referee, withheld },
    referrer: {
      value: referrer,
      withheld: none(referrer) ? null : limitFor(terms, 'referrer', rewards, referrerId, at, taken),
    },
  };
}

/** A line of an invoice as it must be: what comes off, and how much. */
export interface ExpectedLine {
  readonly source: 'promo' | 'referral';
  readonly type: Value['type'];
  readonly amount_cents: number;
}

const amountOf = ({ type, units }: Value, price: number): number =>
  Math.min(price, type === 'discount_percent' ? Math.floor((price * units + 5000) / 10_000) : units);

/**
 * Works out which discounts come off an invoice: one referrer's reward, the oldest; the promo alone if it does not combine and
 * saves something; percentages before amounts, promos before rewards, older before newer.
 */
export function discountsOn(
  price: number,
  rewards: readonly Reward[],
  promo: OwnPromo | undefined,
): { lines: ExpectedLine[]; used: (Reward | OwnPromo)[] } {
  const discounts = rewards
    .filter(({ value }) => value.type !== 'credit')
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const oldest = discounts.find(({ role }) => role === 'referrer');
  const alone = promo !== undefined && !promo.combinable && amountOf(promo.value, price) > 0;
  const chosen = alone ? [] : discounts.filter((one) => one.role === 'referee' || one === oldest);
  const basket = [...(promo === undefined ? [] : [promo]), ...chosen];
  const byKind = (kind: Value['type']): (Reward | OwnPromo)[] =>
    basket.filter(({ value }) => value.type === kind);
  const lines: ExpectedLine[] = [];
  const used: (Reward | OwnPromo)[] = [];
  let left = price;
  for (const one of [...byKind('discount_percent'), ...byKind('discount_fixed')]) {
    const amount = amountOf(one.value, left);
    if (amount === 0) continue;
    const source = one === promo ? 'promo' : 'referral';
    lines.push({ source, type: one.value.type, amount_cents: amount });
    used.push(one);
    left -= amount;
  }
  return { lines, used };
}
