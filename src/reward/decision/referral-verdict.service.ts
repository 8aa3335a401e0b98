import { Injectable } from '@nestjs/common';
import { ReviewDeskService } from './review-desk.service.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ReferralRepository } from '../../referral/referral.repository.js';
import type { ChangeContext } from '../change-context.js';
import { QualificationService } from '../qualification.service.js';
import { ReversalService } from '../reversal.service.js';

/** What an admin's word about a referral does to it; a review that is open on it is closed with that. */
@Injectable()
export class ReferralVerdictService {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly qualification: QualificationService,
    private readonly reversals: ReversalService,
    private readonly reviews: ReviewDeskService,
  ) {}

  /** @throws DomainError `referral_not_found`, `illegal_transition` */
  async approve(tx: Transaction, id: string, reason: string, act: ChangeContext): Promise<void> {
    await this.qualification.qualify(tx, await this.referrals.byId(tx, id), `approved: ${reason}`, act);
    await this.reviews.close(tx, id, { ...act, status: 'approved', reason });
  }

  /** @throws DomainError `referral_not_found`, `illegal_transition` */
  async end(tx: Transaction, id: string, reason: string, act: ChangeContext): Promise<void> {
    await this.reversals.endReferral(tx, await this.referrals.byId(tx, id), reason, act);
    await this.reviews.close(tx, id, { ...act, status: 'rejected', reason });
  }
}
