export const REFERRAL_STATUSES = ['pending', 'qualified', 'applied', 'rejected', 'reversed'] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

/** Where a referral may go from where it stands; `applied` means that every reward of it is. */
const TRANSITIONS: Readonly<Record<ReferralStatus, readonly ReferralStatus[]>> = {
  pending: ['qualified', 'rejected'],
  qualified: ['applied', 'rejected', 'reversed'],
  applied: ['reversed'],
  rejected: [],
  reversed: [],
};

export const canBecome = (from: ReferralStatus, to: ReferralStatus): boolean =>
  TRANSITIONS[from].includes(to);

/** The statuses that count as a successful referral, for `referral_count`. */
export const SUCCESSFUL: readonly ReferralStatus[] = ['qualified', 'applied'];
