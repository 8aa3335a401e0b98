import type { ValueType } from '../../tenant/value.js';

export const REWARD_STATUSES = ['pending', 'available', 'applied', 'voided', 'reversed', 'expired'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

/**
 * The statuses that may follow each status. A reward is voided before it can be used, and reversed after that. A reward
 * that an invoice used is available again when the whole redemption is reversed. A reward that a refund of the qualifying
 * invoice ended comes back once, when a later invoice qualifies the referral: as pending, or as applied if an invoice still
 * uses it. If it had been available the first time and ends again before it can be used, it is reversed, not voided.
 */
const TRANSITIONS: Readonly<Record<RewardStatus, readonly RewardStatus[]>> = {
  pending: ['available', 'voided', 'reversed'],
  available: ['applied', 'reversed', 'expired'],
  applied: ['available', 'reversed'],
  voided: ['pending'],
  reversed: ['pending', 'applied'],
  expired: [],
};

/** Returns true if the transition is allowed. */
export const canBecome = (from: RewardStatus, to: RewardStatus): boolean => TRANSITIONS[from].includes(to);

/** The state that determines the status of a reward at a given time. */
export interface RewardState {
  readonly status: RewardStatus;
  readonly type: ValueType;
  /** Null until the referral qualifies. */
  readonly availableAt: Date | null;
  readonly expiresAt: Date | null;
}

/**
 * Returns the statuses that a reward has reached by the passage of time but that have not been booked, in order. A hold
 * ends; credit is granted to the account at once (its lot expires there); an unused discount expires. `rewardStatusAt`
 * in `referral/standing/status-at.ts` is the same rule in SQL.
 */
export function dueStatuses({ status, type, availableAt, expiresAt }: RewardState, at: Date): RewardStatus[] {
  const matured = status === 'pending' && availableAt !== null && availableAt <= at;
  if (!matured && status !== 'available') return [];
  const steps: RewardStatus[] = matured ? ['available'] : [];
  if (type === 'credit') return [...steps, 'applied'];
  return expiresAt !== null && expiresAt <= at ? [...steps, 'expired'] : steps;
}
