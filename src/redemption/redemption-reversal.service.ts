import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import { type InvoiceQualifiedReferral, ReferralRepository } from '../referral/referral.repository.js';
import type { ChangeContext } from '../reward/change-context.js';
import { ReversalService } from '../reward/reversal.service.js';
import { SettlementService } from '../reward/settlement.service.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { undoesQualification } from './qualifying-amount.js';
import type { RedemptionAnswer, ReverseRequest } from './redemption.dto.js';
import {
  moreThanApplied,
  moreThanInvoice,
  onlyOneOf,
  redemptionAlreadyReversed,
  redemptionNotFound,
} from './redemption.errors.js';
import { RedemptionQuery } from './redemption.query.js';
import { RedemptionRepository, type RecordedLine, type RedemptionState } from './redemption.repository.js';
import { RedemptionReversalRecorderService } from './redemption-reversal-recorder.service.js';
import { type ReversalShares, shareOfAmount, shareOfRefund, shareOfRest } from './reversal-share.js';

/** Reverses redemptions of invoices that are voided or refunded. */
@Injectable()
export class RedemptionReversalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly redemptions: RedemptionRepository,
    private readonly referrals: ReferralRepository,
    private readonly settlement: SettlementService,
    private readonly reversals: ReversalService,
    private readonly recorder: RedemptionReversalRecorderService,
    private readonly query: RedemptionQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Reverses an amount of a redemption, the refunded part of its invoice, or everything that remains. Credit is returned in
   * proportion, to the lots it came from. Discounts are returned once the whole redemption is reversed. If the invoice
   * qualified a referral and too little of it is left, the referral is reversed as its terms say.
   * @throws DomainError `redemption_not_found`, `redemption_already_reversed`, `validation_failed` for more than remains
   */
  reverse(tenant: Tenant, id: string, request: ReverseRequest, actor: string): Promise<RedemptionAnswer> {
    const context = { actor, at: this.clock.now(), currency: tenant.currency };
    return this.unitOfWork.run(tenant.id, async (tx) => {
      const { customerId } = await this.existing(tx, id);
      const [{ account }, [redemption, lines, referral]] = await this.settlement.openAndRead(
        tx,
        customerId,
        context,
        () =>
          Promise.all([
            this.existing(tx, id),
            this.redemptions.lines(tx, id),
            this.referrals.qualifiedBy(tx, customerId, id),
          ]),
      );
      const shares = sharesOf(redemption, lines, request);
      const refundedCents = redemption.refundedCents + shares.refundedCents;
      const isWhole = refundedCents === redemption.subtotalCents;
      const cause = { ...context, reason: request.reason, redemptionId: id };
      const restored = await this.recorder.restoreCredit(tx, account, lines, shares.credit, cause);
      if (isWhole) await this.recorder.returnDiscounts(tx, redemption, context);
      const ended = await this.reverseReferral(tx, referral, { ...redemption, refundedCents }, context);
      this.recorder.record(tx, isWhole ? 'reversed' : 'partially_reversed', shares, restored, ended, cause);
      return this.query.byIdInTransaction(tx, id, tenant.currency);
    });
  }

  /**
   * Reverses the referral that the invoice qualified, if too little is left of it.
   * @returns the ids of the rewards that ended
   */
  private async reverseReferral(
    tx: Transaction,
    referral: InvoiceQualifiedReferral | undefined,
    redemption: RedemptionState,
    context: ChangeContext,
  ): Promise<ReadonlySet<string>> {
    if (referral === undefined || referral.onRefund === 'keep') return new Set();
    if (!undoesQualification(referral.qualifiedCents, redemption, referral)) return new Set();
    return this.reversals.refundReferral(tx, referral, redemption.invoiceId, context);
  }

  private async existing(tx: Transaction, id: string): Promise<RedemptionState> {
    const redemption = await this.redemptions.stateById(tx, id);
    if (redemption === undefined) throw redemptionNotFound();
    return redemption;
  }
}

/** Calculates the amounts that a request reverses. */
function sharesOf(
  redemption: RedemptionState,
  lines: readonly RecordedLine[],
  { amount_cents, refunded_cents }: ReverseRequest,
): ReversalShares {
  const { status, subtotalCents, discountCents, creditCents } = redemption;
  if (amount_cents !== undefined && refunded_cents !== undefined) {
    throw onlyOneOf('refunded_cents', 'amount_cents');
  }
  if (status === 'reversed') throw redemptionAlreadyReversed();
  if (refunded_cents !== undefined) {
    const left = subtotalCents - redemption.refundedCents;
    if (refunded_cents > left) throw moreThanInvoice(left);
    return shareOfRefund(redemption, lines, refunded_cents);
  }
  if (amount_cents === undefined) return shareOfRest(redemption, lines);
  const left = discountCents + creditCents - redemption.reversedCents;
  if (amount_cents > left) throw moreThanApplied(left);
  return shareOfAmount(redemption, lines, amount_cents);
}
