import { illegalTransition } from '../referral/referral.errors.js';
import { canBecome, type RewardStatus } from './reward-status.js';
import type { Reward } from './reward.entity.js';

/** A reward as the tables keep it. */
export type RewardRow = Readonly<Omit<Reward, 'tenantId'>>;

/**
 * A reward, brought to another status: the one place where the table of transitions is asked.
 * @throws DomainError `illegal_transition`
 */
export function moved(reward: RewardRow, to: RewardStatus, changes: Partial<RewardRow> = {}): RewardRow {
  if (!canBecome(reward.status, to)) throw illegalTransition(reward.status, to);
  return { ...reward, ...changes, status: to };
}
