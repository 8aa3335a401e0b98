import { qualifies } from '../../config/offer.js';
import type { ProgramSettings, QualifyOn } from '../../config/program-terms.js';
import type { StoredReferralStatus } from '../../referral/standing/referral-status.js';
import type { RewardStatus } from '../../referral/standing/reward-status.js';
import type { Value } from '../../tenant/value.js';

/** The reward that one side of a referral actually earned. */
export type RecordedReward = Value & {
  readonly status: RewardStatus;
  /** True if the referral has qualified. */
  readonly qualified: boolean;
  /**
   * The price that it was applied to, in the currency's smallest unit. Null when it has not been used.
   */
  readonly baseCents: number | null;
};

/** A referral as recorded, with the data that a program depends on. */
export interface RecordedReferral {
  readonly createdAt: Date;
  readonly referrerId: string;
  readonly status: StoredReferralStatus;
  /** From the terms of the referral. */
  readonly qualifyOn: QualifyOn;
  readonly minInvoiceCents: number | null;
  /** True if its review is open. */
  readonly held: boolean;
  /** The total, after discounts, of the referee's largest invoice since then; 0 if there was none. */
  readonly largestInvoiceCents: number;
  /** True if it was recorded beside a promo that is not combinable. */
  readonly besidePromo: boolean;
  readonly referrer: RecordedReward | null;
  readonly referee: RecordedReward | null;
}

/** The settings that say when a referral qualifies. */
type QualifyingTerms = Pick<ProgramSettings, 'qualifyOn' | 'minInvoiceCents'>;

/** Returns true for a referral or reward that was ended by a decision: it would have ended under any terms. */
export const hasEnded = ({ status }: RecordedReferral, reward: RecordedReward | null): boolean =>
  ['rejected', 'reversed'].includes(status) ||
  (reward !== null && ['voided', 'reversed'].includes(reward.status));

/** Returns true for a reward that ended before it could be used, which gives its room in the limits back. */
export const wasVoided = ({ status }: RecordedReferral, reward: RecordedReward | null): boolean =>
  reward === null ? status === 'rejected' : reward.status === 'voided';

/**
 * Returns true when the referral would have qualified by now. One that qualified without the condition of its own terms
 * was approved manually, and would have been under any terms.
 */
export function wouldQualify(referral: RecordedReferral, terms: QualifyingTerms): boolean {
  const approved = referral.status === 'qualified' && !hasHappened(referral, referral);
  return approved || hasHappened(referral, terms);
}

/** Returns true when the condition for qualifying is met without a manual decision. */
function hasHappened(
  { held, largestInvoiceCents }: RecordedReferral,
  { qualifyOn, minInvoiceCents }: QualifyingTerms,
): boolean {
  if (held) return false;
  switch (qualifyOn) {
    case 'enrollment':
      return true;
    case 'first_invoice':
      return qualifies(largestInvoiceCents, { minInvoiceCents });
    case 'manual':
      return false;
  }
}
