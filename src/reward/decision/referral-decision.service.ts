import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { ReferralDetailAnswer } from '../../referral/referral.dto.js';
import { referralNotFound } from '../../referral/referral.errors.js';
import { ReferralRepository } from '../../referral/referral.repository.js';
import { ReferralQuery } from '../../referral/referral.query.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { ChangeContext } from '../change-context.js';
import { QualificationService } from '../qualification.service.js';
import { ReversalService } from '../reversal.service.js';
import { ReviewDecisionService } from './review-decision.service.js';

/** Does what a tenant's admin decides about a referral; a review that is open on it is closed with that. */
@Injectable()
export class ReferralDecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly referrals: ReferralRepository,
    private readonly qualification: QualificationService,
    private readonly reversals: ReversalService,
    private readonly reviews: ReviewDecisionService,
    private readonly query: ReferralQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a referral that waits qualify, also for its review.
   * @throws DomainError `referral_not_found`, `illegal_transition` when it does not wait
   */
  approve(tenant: Tenant, id: string, reason: string, actor: string): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, { actor, at: this.clock.now() }, async (tx, act) => {
      const referral = await this.referrals.byId(tx, id);
      await this.qualification.qualify(tx, referral, `approved: ${reason}`, act);
      await this.reviews.close(tx, id, { ...act, status: 'approved', reason });
    });
  }

  /**
   * Ends a referral, once, and takes its rewards back: rejected when nothing of it had been applied, else reversed.
   * @throws DomainError `referral_not_found`, `illegal_transition` when it has ended already
   */
  void(
    tenant: Tenant,
    id: string,
    reason: string,
    actor: string,
    at = this.clock.now(),
  ): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, { actor, at }, async (tx, act) => {
      await this.reversals.endReferral(tx, await this.referrals.byId(tx, id), reason, act);
      await this.reviews.close(tx, id, { ...act, status: 'rejected', reason });
    });
  }

  private async decide(
    tenant: Tenant,
    id: string,
    { actor, at }: Pick<ChangeContext, 'actor' | 'at'>,
    decision: (tx: Transaction, act: ChangeContext) => Promise<void>,
  ): Promise<ReferralDetailAnswer> {
    const act = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, (tx) => decision(tx, act));
    const referral = await this.query.byId(tenant, id);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }
}
