export const REFERRAL_STATUSES = [
  'pending',
  'qualified',
  'applied',
  'unrewarded',
  'rejected',
  'reversed',
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** Without `applied` and `unrewarded`, which are calculated from a referral's rewards (`status-at.ts`) and never stored. */
export type StoredReferralStatus = Exclude<ReferralStatus, 'applied' | 'unrewarded'>;

/**
 * The statuses that may follow each status: a referral is rejected before any of its rewards was applied, and reversed
 * after that. A referral that a refund reversed can qualify once more. That transition is not listed, because it has a
 * condition of its own: see `ReferralRepository.requalify`.
 */
const TRANSITIONS: Readonly<Record<StoredReferralStatus, readonly StoredReferralStatus[]>> = {
  pending: ['qualified', 'rejected'],
  qualified: ['rejected', 'reversed'],
  rejected: [],
  reversed: [],
};

/** Returns true if the transition is allowed. */
export const canBecome = (from: StoredReferralStatus, to: StoredReferralStatus): boolean =>
  TRANSITIONS[from].includes(to);

/** The stored statuses that `referral_count` counts as successful. */
export const SUCCESSFUL: readonly StoredReferralStatus[] = ['qualified'];
