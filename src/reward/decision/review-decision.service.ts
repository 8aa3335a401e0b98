import { Injectable } from '@nestjs/common';
import { ReviewRepository, type ReviewDecision } from './review.repository.js';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { ConfigQuery } from '../../config/config.query.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ReferralRepository, type ReferralRow } from '../../referral/referral.repository.js';
import type { ChangeContext } from '../change-context.js';
import { QualificationService } from '../qualification.service.js';
import { ReversalService } from '../reversal.service.js';
import { SettlementService } from '../settlement.service.js';
import { reviewDecided, reviewNotFound } from './review.errors.js';

/** Decides reviews, each once, and applies the decision to the referral. */
@Injectable()
export class ReviewDecisionService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly referrals: ReferralRepository,
    private readonly settlement: SettlementService,
    private readonly config: ConfigQuery,
    private readonly qualification: QualificationService,
    private readonly reversals: ReversalService,
    private readonly audit: AuditLogService,
  ) {}

  /**
   * Decides an open review. It locks the referee first, so that a concurrent invoice is either seen here, or finds the
   * review closed.
   * @throws DomainError `review_not_found`, `review_decided`
   */
  async decide(
    tx: Transaction,
    id: string,
    { status, reason }: Pick<ReviewDecision, 'status' | 'reason'>,
    context: ChangeContext,
  ): Promise<void> {
    const review = await this.reviews.byId(tx, id);
    if (review === undefined) throw reviewNotFound();
    const referral = await this.referrals.byId(tx, review.referralId);
    await this.settlement.open(tx, referral.refereeCustomerId, context);
    const closed = await this.close(tx, referral.id, { ...context, status, reason });
    if (!closed) throw reviewDecided();
    if (status === 'rejected') await this.reversals.endReferral(tx, referral, reason, context);
    else await this.releaseReferral(tx, referral, review.createdAt, context);
  }

  /**
   * Closes the open review of a referral, and records it. The caller must hold the lock of the referee.
   * @returns false if no review is open
   */
  async close(tx: Transaction, referralId: string, decision: ReviewDecision): Promise<boolean> {
    const id = await this.reviews.close(tx, referralId, decision);
    if (id === undefined) return false;
    const { status, reason, actor, at } = decision;
    this.referrals.appendTimeline(tx, { referralId, at, event: `review.${status}`, actor, data: { reason } });
    const event = { type: `review.${status}`, data: { review_id: id, referral_id: referralId } } as const;
    const change = { targetId: id, before: { status: 'open' }, after: { status }, reason };
    this.audit.recordWithEvent(tx, at, event, change);
    return true;
  }

  /**
   * Continues a referral under its own terms, as if it had not been held. It qualifies now if enrollment was enough, or if
   * the first invoice came while it was held. Otherwise it waits for the invoice or for approval.
   * @param since when the referral was held
   */
  private async releaseReferral(
    tx: Transaction,
    referral: ReferralRow,
    since: Date,
    context: ChangeContext,
  ): Promise<void> {
    const { settings } = await this.config.ofVersion(tx, referral.termsVersion);
    if (settings.qualifyOn === 'enrollment') {
      await this.qualification.qualify(tx, referral, { qualified_by: 'enrollment' }, context);
    } else if (settings.qualifyOn === 'first_invoice') {
      const { refereeCustomerId: referee, id: referralId } = referral;
      const invoice = await this.reviews.qualifyingInvoice(tx, referee, since, settings.minInvoiceCents);
      if (invoice === undefined) return;
      await this.qualification.qualify(tx, referral, { qualified_by: 'invoice_while_held' }, context);
      this.referrals.recordInvoice(tx, { referralId, ...invoice });
    }
  }
}
