/** The settings of a program that decide when its rewards can be used. */
export interface ScheduleTerms {
  /** Days between qualification and first use. */
  readonly holdDays: number;
  /** Days in which a reward can be used; null if it does not expire. */
  readonly rewardExpiresDays: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

/**
 * Returns when a reward becomes available and when it expires, if its referral qualifies at the given time. A day is 24
 * hours.
 */
export function schedule(
  { holdDays, rewardExpiresDays }: ScheduleTerms,
  qualifiedAt: Date,
): { availableAt: Date; expiresAt: Date | null } {
  const availableAt = daysAfter(qualifiedAt, holdDays);
  return {
    availableAt,
    expiresAt: rewardExpiresDays === null ? null : daysAfter(availableAt, rewardExpiresDays),
  };
}
