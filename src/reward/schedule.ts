/** What a program says about the time of its rewards. */
export interface TimeTerms {
  /** Days between qualifying and use. */
  readonly holdDays: number;
  /** Days for use; null: for ever. */
  readonly rewardExpiresDays: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

/** When a reward can be used, and until when, if its referral qualifies at that moment. A day is 24 hours. */
export function schedule(
  { holdDays, rewardExpiresDays }: TimeTerms,
  qualifiedAt: Date,
): { availableAt: Date; expiresAt: Date | null } {
  const availableAt = daysAfter(qualifiedAt, holdDays);
  return {
    availableAt,
    expiresAt: rewardExpiresDays === null ? null : daysAfter(availableAt, rewardExpiresDays),
  };
}
