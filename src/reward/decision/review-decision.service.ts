import { Injectable } from '@nestjs/common';
import { ReviewDeskService } from './review-desk.service.js';
import { ReviewRepository, type Verdict } from './review.repository.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ReferralRepository } from '../../referral/referral.repository.js';
import type { ChangeContext } from '../change-context.js';
import { SettlementService } from '../settlement.service.js';
import { HeldReferralService } from './held-referral.service.js';
import { reviewDecided, reviewNotFound } from './review.errors.js';

export type Decision = Pick<Verdict, 'status' | 'reason'>;

/** Decides reviews, each once. */
@Injectable()
export class ReviewDecisionService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly desk: ReviewDeskService,
    private readonly referrals: ReferralRepository,
    private readonly settlement: SettlementService,
    private readonly held: HeldReferralService,
  ) {}

  /**
   * Behind the referee's lock, as everybody who brings a referral further: an invoice comes either before this, and is
   * seen, or after it, and finds the review closed.
   * @throws DomainError `review_not_found`, `review_decided`
   */
  async take(tx: Transaction, id: string, { status, reason }: Decision, act: ChangeContext): Promise<void> {
    const review = await this.reviews.byId(tx, id);
    if (review === undefined) throw reviewNotFound();
    const referral = await this.referrals.byId(tx, review.referralId);
    await this.settlement.open(tx, referral.refereeCustomerId, act);
    const closed = await this.desk.close(tx, referral.id, { ...act, status, reason });
    if (!closed) throw reviewDecided();
    if (status === 'rejected') await this.held.reject(tx, referral, reason, act);
    else await this.held.release(tx, referral, review.createdAt, act);
  }
}
