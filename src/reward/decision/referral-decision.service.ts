import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { ReferralDetailAnswer } from '../../referral/referral.dto.js';
import { referralNotFound } from '../../referral/referral.errors.js';
import { ReferralQuery } from '../../referral/referral.query.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { ChangeContext } from '../change-context.js';
import { ReferralVerdictService } from './referral-verdict.service.js';

/** What a tenant's admin decides about a referral. */
@Injectable()
export class ReferralDecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verdict: ReferralVerdictService,
    private readonly query: ReferralQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a referral that waits qualify, also for its review.
   * @throws DomainError `referral_not_found`, `illegal_transition` when it does not wait
   */
  approve(tenant: Tenant, id: string, reason: string, actor: string): Promise<ReferralDetailAnswer> {
    return this.decide(tenant, id, { actor, at: this.clock.now() }, async (tx, act) => {
      await this.verdict.approve(tx, id, reason, act);
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
      await this.verdict.end(tx, id, reason, act);
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
