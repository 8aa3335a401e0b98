import { Injectable } from '@nestjs/common';
import type { Language } from '../../common/language.js';
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

/** Who decides, in which language they read the answer, and when (default: now). */
export interface DecidedBy {
  readonly actor: string;
  readonly language: Language;
  readonly at?: Date;
}

/** Carries out what a tenant's admin decides about a referral, and closes its open review. */
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
  approve(tenant: Tenant, id: string, reason: string, by: DecidedBy): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, by, async (tx, act) => {
      const referral = await this.referrals.byId(tx, id);
      await this.qualification.qualify(tx, referral, { qualified_by: 'approval', reason }, act);
      await this.reviews.close(tx, id, { ...act, status: 'approved', reason });
    });
  }

  /**
   * Ends a referral, once, and takes its rewards back: rejected when nothing of it had been applied, else reversed.
   * @throws DomainError `referral_not_found`, `illegal_transition` when it has ended already
   */
  void(tenant: Tenant, id: string, reason: string, by: DecidedBy): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, by, async (tx, act) => {
      await this.reversals.endReferral(tx, await this.referrals.byId(tx, id), reason, act);
      await this.reviews.close(tx, id, { ...act, status: 'rejected', reason });
    });
  }

  private async decide(
    tenant: Tenant,
    id: string,
    { actor, language, at = this.clock.now() }: DecidedBy,
    decision: (tx: Transaction, act: ChangeContext) => Promise<void>,
  ): Promise<ReferralDetailAnswer> {
    const act = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, (tx) => decision(tx, act));
    const referral = await this.query.byId(tenant, id, language);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }
}
