import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import { SettlementService } from '../reward/settlement.service.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type { RedemptionAnswer, ReverseRequest } from './redemption.dto.js';
import { moreThanApplied, redemptionAlreadyReversed, redemptionNotFound } from './redemption.errors.js';
import { RedemptionQuery } from './redemption.query.js';
import { RedemptionRepository, type RedemptionState } from './redemption.repository.js';
import { RestitutionService, type Reversed } from './restitution.service.js';
import { reversalShare } from './reversal-share.js';

/** Takes back what an invoice used, when it is void or refunded. */
@Injectable()
export class RedemptionReversalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly redemptions: RedemptionRepository,
    private readonly settlement: SettlementService,
    private readonly restitution: RestitutionService,
    private readonly query: RedemptionQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Reverses a redemption, all that is left of it or an amount. Credit goes back in proportion, to the lots it came
   * from; discounts go back when all of it is reversed.
   * @throws DomainError `redemption_not_found`, `redemption_already_reversed`, `validation_failed` for more than is left
   */
  reverse(tenant: Tenant, id: string, request: ReverseRequest, actor: string): Promise<RedemptionAnswer> {
    const act = { actor, at: this.clock.now(), currency: tenant.currency };
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const { customerId } = await this.existing(tx, id);
      const [{ account }, redemption] = await this.settlement.openAndRead(tx, customerId, act, () =>
        this.existing(tx, id),
      );
      const reversed = reversalOf(redemption, request.amount_cents);
      const cause = { ...act, reason: request.reason, redemptionId: id };
      const restored = await this.restitution.restoreCredit(tx, account, reversed.creditCents, cause);
      if (reversed.status === 'reversed') await this.restitution.returnDiscounts(tx, redemption, act);
      this.restitution.record(tx, reversed, restored, cause);
      return this.query.written(tx, id, tenant.currency);
    });
  }

  private async existing(tx: Transaction, id: string): Promise<RedemptionState> {
    const redemption = await this.redemptions.stateById(tx, id);
    if (redemption === undefined) throw redemptionNotFound();
    return redemption;
  }
}

/** @param asked absent: all that is left */
function reversalOf(redemption: RedemptionState, asked: number | undefined): Reversed {
  const { status, discountCents, creditCents, reversedCents, restoredCreditCents } = redemption;
  if (status === 'reversed') throw redemptionAlreadyReversed();
  const applied = discountCents + creditCents;
  const left = applied - reversedCents;
  const amountCents = asked ?? left;
  if (amountCents > left) throw moreThanApplied(left);
  const reversed = reversedCents + amountCents;
  return {
    status: reversed === applied ? 'reversed' : 'partially_reversed',
    amountCents,
    creditCents: reversalShare(creditCents, reversed, applied, restoredCreditCents),
  };
}
