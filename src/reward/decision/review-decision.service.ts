import { Injectable } from '@nestjs/common';
import { ReviewRepository, type Verdict } from './review.repository.js';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { ConfigQuery } from '../../config/config.query.js';
import type { Transaction } from '../../core/database/transaction.js';
import { ReferralRepository, type ReferralRow } from '../../referral/referral.repository.js';
import type { ChangeContext } from '../change-context.js';
import { type Qualification, QualificationService } from '../qualification.service.js';
import { ReversalService } from '../reversal.service.js';
import { SettlementService } from '../settlement.service.js';
import { reviewDecided, reviewNotFound } from './review.errors.js';

export type Decision = Pick<Verdict, 'status' | 'reason'>;

/** Decides reviews, each once, and does to the referral what follows from that. */
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
   * Decides an open review, behind the referee's lock: an invoice comes either before this, and is seen, or after it, and
   * finds the review closed.
   * @throws DomainError `review_not_found`, `review_decided`
   */
  async take(tx: Transaction, id: string, { status, reason }: Decision, act: ChangeContext): Promise<void> {
    const review = await this.reviews.byId(tx, id);
    if (review === undefined) throw reviewNotFound();
    const referral = await this.referrals.byId(tx, review.referralId);
    await this.settlement.open(tx, referral.refereeCustomerId, act);
    const closed = await this.close(tx, referral.id, { ...act, status, reason });
    if (!closed) throw reviewDecided();
    if (status === 'rejected') await this.reversals.endReferral(tx, referral, reason, act);
    else await this.release(tx, referral, review.createdAt, act);
  }

  /**
   * Closes the review that is open on a referral, and tells of it. Whoever asks has locked the referee.
   * @returns false when none is open
   */
  async close(tx: Transaction, referralId: string, verdict: Verdict): Promise<boolean> {
    const id = await this.reviews.close(tx, referralId, verdict);
    if (id === undefined) return false;
    const { status, reason, actor, at } = verdict;
    this.referrals.appendTimeline(tx, { referralId, at, event: `review.${status}`, actor, data: { reason } });
    const event = { type: `review.${status}`, data: { review_id: id, referral_id: referralId } } as const;
    const change = { targetId: id, before: { status: 'open' }, after: { status }, reason };
    this.audit.recordWithEvent(tx, at, event, change);
    return true;
  }

  /**
   * Lets a referral go on by its own terms, as if it had not been held: it qualifies now if its enrollment was enough, or if
   * the first invoice came meanwhile; else it waits for its invoice, or for its approval.
   * @param since when it was held
   */
  private async release(
    tx: Transaction,
    referral: ReferralRow,
    since: Date,
    act: ChangeContext,
  ): Promise<void> {
    const why = await this.qualifiedBy(tx, referral, since);
    if (why !== undefined) await this.qualification.qualify(tx, referral, { qualified_by: why }, act);
  }

  private async qualifiedBy(
    tx: Transaction,
    referral: ReferralRow,
    since: Date,
  ): Promise<Qualification['qualified_by'] | undefined> {
    const { settings } = await this.config.ofVersion(tx, referral.termsVersion);
    switch (settings.qualifyOn) {
      case 'enrollment':
        return 'enrollment';
      case 'first_invoice': {
        const invoiced = await this.reviews.invoicedSince(tx, referral.refereeCustomerId, since);
        return invoiced ? 'invoice_while_held' : undefined;
      }
      case 'manual':
        return undefined;
    }
  }
}
