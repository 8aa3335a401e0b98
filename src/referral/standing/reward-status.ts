import type { ValueType } from '../../tenant/value-units.js';

export const REWARD_STATUSES = ['pending', 'available', 'applied', 'voided', 'reversed', 'expired'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

/**
 * Where a reward may go from where it stands. Before it can be used it is voided, afterwards it is reversed. What an
 * invoice used is available again when the redemption is reversed as a whole.
 */
const TRANSITIONS: Readonly<Record<RewardStatus, readonly RewardStatus[]>> = {
  pending: ['available', 'voided'],
  available: ['applied', 'reversed', 'expired'],
  applied: ['available', 'reversed'],
  voided: [],
  reversed: [],
  expired: [],
};

export const canBecome = (from: RewardStatus, to: RewardStatus): boolean => TRANSITIONS[from].includes(to);

/** What decides where a reward stands at a moment. */
export interface RewardState {
  readonly status: RewardStatus;
  readonly type: ValueType;
  /** When it can be used; null while its referral has not qualified. */
  readonly availableAt: Date | null;
  readonly expiresAt: Date | null;
}

/**
 * Every status that time alone brings a reward to, in order, whether or not anybody has booked it yet: it matures, a
 * credit goes to the account at once (its lot expires there), and a discount that nobody used expires.
 * `rewardStatusAt` in `referral/standing/status-at.ts` says the same in SQL.
 */
export function broughtByTime(
  { status, type, availableAt, expiresAt }: RewardState,
  at: Date,
): RewardStatus[] {
  const matured = status === 'pending' && availableAt !== null && availableAt <= at;
  if (!matured && status !== 'available') return [];
  const steps: RewardStatus[] = matured ? ['available'] : [];
  if (type === 'credit') return [...steps, 'applied'];
  return expiresAt !== null && expiresAt <= at ? [...steps, 'expired'] : steps;
}
