import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { ReferralDetailAnswer } from '../referral/referral.dto.js';
import { referralNotFound } from '../referral/referral.errors.js';
import { ReferralQuery } from '../referral/referral.query.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type { Act } from './act.js';
import { ReferralVerdict } from './referral-verdict.service.js';

/** What a tenant's admin decides about a referral. */
@Injectable()
export class ReferralDecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verdict: ReferralVerdict,
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
    { actor, at }: Pick<Act, 'actor' | 'at'>,
    decision: (tx: Transaction, act: Act) => Promise<void>,
  ): Promise<ReferralDetailAnswer> {
    const act = { actor, at, currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, (tx) => decision(tx, act));
    const referral = await this.query.byId(tenant, id);
    if (referral === undefined) throw referralNotFound();
    return referral;
  }
}
