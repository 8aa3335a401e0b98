import type { ProgramSettings, RewardTerms } from '../config/program-terms.js';
import { type AllowancePeriod, periodOf } from './allowance-period.js';
import type { AllowanceKind } from './reward-allowance.entity.js';
import type { RewardRole } from './reward.entity.js';

/** What a reward takes of a limit in a period: all of it, or the reward is withheld. */
export interface AllowanceClaim {
  readonly kind: AllowanceKind;
  readonly subject: string;
  readonly period: AllowancePeriod;
  readonly limit: number;
  readonly amount: number;
}

/** One side of a referral, and the terms by which it earns. */
interface Claimant {
  readonly role: RewardRole;
  readonly customerId: string;
  readonly terms: RewardTerms;
}

/**
 * What one side's reward needs of each limit there is, in the order in which they are asked. What a percentage will cost
 * is known only when it is used: the budget does not count it.
 */
export function allowancesOf(
  { role, customerId, terms }: Claimant,
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
