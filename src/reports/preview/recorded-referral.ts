import type { QualifyOn } from '../../config/program-terms.js';
import type { StoredReferralStatus } from '../../referral/standing/referral-status.js';
import type { RewardStatus } from '../../referral/standing/reward-status.js';
import type { ValueType } from '../../tenant/value-units.js';

/** What one side of a referral really earned. */
export interface RecordedReward {
  readonly type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit. */
  readonly units: number;
  readonly status: RewardStatus;
  /** Whether its referral has qualified. */
  readonly qualified: boolean;
  /** What was left of the invoice that used it, in the currency's smallest unit; null: no invoice has. */
  readonly baseCents: number | null;
}

/** A referral as it was recorded, with what a program looks at. */
export interface RecordedReferral {
  readonly createdAt: Date;
  readonly referrerId: string;
  readonly status: StoredReferralStatus;
  /** By the terms that it carries. */
  readonly qualifyOn: QualifyOn;
  /** Whether its review is open. */
  readonly held: boolean;
  /** Whether the referee has had an invoice since. */
  readonly invoiced: boolean;
  /** Whether it was recorded beside a promo that is not combinable. */
  readonly besidePromo: boolean;
  readonly referrer: RecordedReward | null;
  readonly referee: RecordedReward | null;
}

/** Ended by somebody's decision: it would have ended under any terms, and what it earned was taken back. */
export const hasEnded = ({ status }: RecordedReferral, reward: RecordedReward | null): boolean =>
  ['rejected', 'reversed'].includes(status) || ['voided', 'reversed'].includes(reward?.status ?? '');

/**
 * Whether it would have qualified by now. Who qualified without what their own terms ask for was approved by hand, and
 * would have been under any.
 */
export function wouldQualify(referral: RecordedReferral, qualifyOn: QualifyOn): boolean {
  const approved = referral.status === 'qualified' && !hasHappened(referral, referral.qualifyOn);
  return approved || hasHappened(referral, qualifyOn);
}

/** Whether that which makes a referral qualify has happened, as far as nobody had to decide. */
function hasHappened({ held, invoiced }: RecordedReferral, qualifyOn: QualifyOn): boolean {
  if (held) return false;
  switch (qualifyOn) {
    case 'enrollment':
      return true;
    case 'first_invoice':
      return invoiced;
    case 'manual':
      return false;
  }
}
