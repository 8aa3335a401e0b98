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

/** The actor of a decision, and the language of the answer. */
export interface DecisionContext {
  readonly actor: string;
  readonly language: Language;
  /** Defaults to the current time. */
  readonly at?: Date;
}

/** Carries out the decisions of a tenant's admin about a referral, and closes its open review. */
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
   * Qualifies a waiting referral, whether or not it is held for review.
   * @throws DomainError `referral_not_found`, `illegal_transition` if the referral is not waiting
   */
  approve(tenant: Tenant, id: string, reason: string, by: DecisionContext): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, by, async (tx, context) => {
      const referral = await this.referrals.byId(tx, id);
      await this.qualification.qualify(tx, referral, { qualified_by: 'approval', reason }, context);
      await this.reviews.close(tx, id, { ...context, status: 'approved', reason });
    });
  }

  /**
   * Ends a referral and takes its rewards back. The referral becomes rejected if no reward was ever applied, otherwise
   * reversed.
   * @throws DomainError `referral_not_found`, `illegal_transition` if the referral has already ended
   */
  void(tenant: Tenant, id: string, reason: string, by: DecisionContext): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, by, async (tx, context) => {
      await this.reversals.endReferral(tx, await this.referrals.byId(tx, id), reason, context);
      await this.reviews.close(tx, id, { ...context, status: 'rejected', reason });
    });
  }

  private async decide(
    tenant: Tenant,
    id: string,
    { actor, language, at = this.clock.now() }: DecisionContext,
    decision: (tx: Transaction, context: ChangeContext) => Promise<void>,
  ): Promise<ReferralDetailAnswer> {
    const context = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, (tx) => decision(tx, context));
    const referral = await this.query.byId(tenant, id, language);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }
}
