export const REWARD_STATUSES = ['pending', 'available', 'applied', 'voided', 'reversed', 'expired'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

/** Where a reward may go from where it stands. Before it can be used it is voided, afterwards it is reversed. */
const TRANSITIONS: Readonly<Record<RewardStatus, readonly RewardStatus[]>> = {
  pending: ['available', 'voided'],
  available: ['applied', 'reversed', 'expired'],
  applied: ['reversed'],
  voided: [],
  reversed: [],
  expired: [],
};

export const canBecome = (from: RewardStatus, to: RewardStatus): boolean => TRANSITIONS[from].includes(to);
