import type { MaxRewardsPeriod, ProgramSettings, RewardRole } from './program-terms.js';
import type { Value } from '../tenant/value.js';
import type { AllowanceKind } from './reward-allowance.entity.js';

/** The period that a limit applies to, such as one month. */
export interface AllowancePeriod {
  /** `2026-11`, `2026` or `ever`. */
  readonly name: string;
  readonly start: Date;
  /** The first moment after the period; null for `ever`. */
  readonly end: Date | null;
}

/** Returns the calendar month or year, in UTC, that contains a moment. `ever` starts before every reward. */
export function periodOf(kind: MaxRewardsPeriod, at: Date): AllowancePeriod {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const from = (years: number, months: number): Date => new Date(Date.UTC(years, months));
  switch (kind) {
    case 'month':
      return { name: at.toISOString().slice(0, 7), start: from(year, month), end: from(year, month + 1) };
    case 'year':
      return { name: String(year), start: from(year, 0), end: from(year + 1, 0) };
    case 'ever':
      return { name: 'ever', start: new Date(0), end: null };
  }
}

/** The amount that a reward takes from a limit. A reward is withheld if a limit does not have room for all of it. */
export interface AllowanceClaim {
  readonly kind: AllowanceKind;
  /** The id of the customer that the limit is for; empty for a limit of the whole tenant. */
  readonly subject: string;
  readonly period: AllowancePeriod;
  readonly limit: number;
  readonly amount: number;
}

/** One side of a referral, with the reward terms that the referral carries. */
export interface EarningSide {
  readonly role: RewardRole;
  readonly customerId: string;
  readonly terms: Value;
}

/**
 * Returns the amount that one side's reward takes from each limit of the program, in the order in which the limits are
 * checked. The budget does not count percentages, because the cost of a percentage is unknown until it is used.
 */
export function allowancesOf(
  { role, customerId, terms }: EarningSide,
  { maxRewards, maxRewardsPeriod, budgetCents }: ProgramSettings,
  at: Date,
): AllowanceClaim[] {
  const claims: AllowanceClaim[] = [];
  if (role === 'referrer' && maxRewards !== null) {
    const period = periodOf(maxRewardsPeriod, at);
    claims.push({ kind: 'referrer_rewards', subject: customerId, period, limit: maxRewards, amount: 1 });
  }
  if (terms.type !== 'discount_percent' && budgetCents !== null) {
    const period = periodOf('month', at);
    claims.push({ kind: 'budget', subject: '', period, limit: budgetCents, amount: terms.units });
  }
  return claims;
}

/** The shares of a limit, in percent, at which an event warns the tenant. */
const WARNED_AT = [100, 80] as const;

/** Returns the highest share of a limit, 80 or 100 percent, that this use has reached; undefined if it has reached none. */
export function reachedShare(limit: number, usedBefore: number, usedAfter: number): 80 | 100 | undefined {
  return WARNED_AT.find((share) => usedBefore * 100 < limit * share && usedAfter * 100 >= limit * share);
}
