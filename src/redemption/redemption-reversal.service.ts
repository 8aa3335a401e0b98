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
import {
  RedemptionReversalRecorderService,
  type ReversalOutcome,
} from './redemption-reversal-recorder.service.js';
import { reversalShare } from './reversal-share.js';

/** Reverses redemptions of invoices that are voided or refunded. */
@Injectable()
export class RedemptionReversalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly redemptions: RedemptionRepository,
    private readonly settlement: SettlementService,
    private readonly recorder: RedemptionReversalRecorderService,
    private readonly query: RedemptionQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Reverses an amount of a redemption, or everything that remains. Credit is returned in proportion, to the lots it came
   * from. Discounts are returned once the whole redemption is reversed.
   * @throws DomainError `redemption_not_found`, `redemption_already_reversed`, `validation_failed` for more than remains
   */
  reverse(tenant: Tenant, id: string, request: ReverseRequest, actor: string): Promise<RedemptionAnswer> {
    const context = { actor, at: this.clock.now(), currency: tenant.currency };
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const { customerId } = await this.existing(tx, id);
      const [{ account }, redemption] = await this.settlement.openAndRead(tx, customerId, context, () =>
        this.existing(tx, id),
      );
      const reversal = reversalOf(redemption, request.amount_cents);
      const cause = { ...context, reason: request.reason, redemptionId: id };
      const restored = await this.recorder.restoreCredit(tx, account, reversal.creditCents, cause);
      if (reversal.status === 'reversed') await this.recorder.returnDiscounts(tx, redemption, context);
      this.recorder.record(tx, reversal, restored, cause);
      return this.query.byIdInTransaction(tx, id, tenant.currency);
    });
  }

  private async existing(tx: Transaction, id: string): Promise<RedemptionState> {
    const redemption = await this.redemptions.stateById(tx, id);
    if (redemption === undefined) throw redemptionNotFound();
    return redemption;
  }
}

/** Calculates a reversal. @param requested defaults to everything that remains */
function reversalOf(redemption: RedemptionState, requested: number | undefined): ReversalOutcome {
  const { status, discountCents, creditCents, reversedCents, restoredCreditCents } = redemption;
  if (status === 'reversed') throw redemptionAlreadyReversed();
  const applied = discountCents + creditCents;
  const left = applied - reversedCents;
  const amountCents = requested ?? left;
  if (amountCents > left) throw moreThanApplied(left);
  const reversed = reversedCents + amountCents;
  return {
    status: reversed === applied ? 'reversed' : 'partially_reversed',
    amountCents,
    creditCents: reversalShare(creditCents, reversed, applied, restoredCreditCents),
  };
}
