export const REFERRAL_STATUSES = ['pending', 'qualified', 'applied', 'rejected', 'reversed'] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** `applied` follows from the rewards of a referral (`status-at.ts`): it is shown, and never stored. */
export type StoredReferralStatus = Exclude<ReferralStatus, 'applied'>;

/** Where a referral may be brought from where it stands: rejected while nothing of it was applied, else reversed. */
const TRANSITIONS: Readonly<Record<StoredReferralStatus, readonly StoredReferralStatus[]>> = {
  pending: ['qualified', 'rejected'],
  qualified: ['rejected', 'reversed'],
  rejected: [],
  reversed: [],
};

export const canBecome = (from: StoredReferralStatus, to: StoredReferralStatus): boolean =>
  TRANSITIONS[from].includes(to);

/** The stored statuses that count as a successful referral, for `referral_count`. */
export const SUCCESSFUL: readonly StoredReferralStatus[] = ['qualified'];
