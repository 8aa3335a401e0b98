import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ReferralRepository } from '../../referral/referral.repository.js';
import { ReviewRepository, type Verdict } from './review.repository.js';

/** Closes reviews. */
@Injectable()
export class ReviewDeskService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly referrals: ReferralRepository,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Closes the review that is open on a referral, and tells of it. Whoever asks has locked the referee.
   * @returns false when none is open
   */
  async close(tx: Transaction, referralId: string, verdict: Verdict): Promise<boolean> {
    const id = await this.reviews.close(tx, referralId, verdict);
    if (id === undefined) return false;
    const { status, reason, actor, at } = verdict;
    this.referrals.appendTimeline(tx, { referralId, at, event: `review.${status}`, actor, detail: reason });
    const event = { type: `review.${status}`, data: { review_id: id, referral_id: referralId } } as const;
    const change = { targetId: id, before: { status: 'open' }, after: { status }, reason };
    this.audit.recordWithEvent(tx, at, event, change);
    return true;
  }
}
