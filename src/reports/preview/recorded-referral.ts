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
  /** The price that the reward was applied to, in the currency's smallest unit. Null if it has not been used. */
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
  /** The total, after discounts, of the referee's largest invoice since the referral was created; 0 if there was none. */
  readonly largestInvoiceCents: number;
  /** True if it was recorded beside a promo that is not combinable. */
  readonly besidePromo: boolean;
  readonly referrer: RecordedReward | null;
  readonly referee: RecordedReward | null;
}

/** The settings that say when a referral qualifies. */
type QualifyingTerms = Pick<ProgramSettings, 'qualifyOn' | 'minInvoiceCents'>;

/** Returns true for a referral or reward that a decision or a refund ended. The preview treats it as ended under any terms. */
export const hasEnded = ({ status }: RecordedReferral, reward: RecordedReward | null): boolean =>
  ['rejected', 'reversed'].includes(status) ||
  (reward !== null && ['voided', 'reversed'].includes(reward.status));

/** Returns true for a reward that ended before it could be used, so that it no longer counts toward the limits. */
export const wasVoided = ({ status }: RecordedReferral, reward: RecordedReward | null): boolean =>
  reward === null ? status === 'rejected' : reward.status === 'voided';

/**
 * Returns true if the referral would have qualified by now. A referral that qualified without meeting the condition of its
 * own terms was approved manually, and would have been approved under any terms.
 */
export function wouldQualify(referral: RecordedReferral, terms: QualifyingTerms): boolean {
  const approved = referral.status === 'qualified' && !meetsCondition(referral, referral);
  return approved || meetsCondition(referral, terms);
}

/** Returns true if the referral meets the condition for qualifying, without a manual decision. */
function meetsCondition(
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
