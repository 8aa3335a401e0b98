import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from '../reward/ledger/ledger.repository.js';
import { ReferralRepository } from '../referral/referral.repository.js';
import { Outbox } from '../core/outbox/outbox.js';
import type { ChangeContext } from '../reward/change-context.js';
import { transition, type RewardRow } from '../reward/reward.entity.js';
import type { PriceBreakdown } from '../reward/pricing.js';
import { RewardHistoryService } from '../reward/reward-history.service.js';
import { RewardRepository } from '../reward/reward.repository.js';
import type { WaterfallLine } from '../reward/waterfall.js';
import type { RedeemRequest, RedemptionAnswer } from './redemption.dto.js';
import type { RedemptionLine } from './redemption.entity.js';
import { RedemptionRepository } from './redemption.repository.js';
import type { PreparedWallet, Wallet } from './wallet.service.js';

/** A wallet, and the invoice priced with it. */
interface PricedWallet extends PreparedWallet {
  readonly breakdown: PriceBreakdown;
}

/** Records redemptions, and marks the promo, rewards and credit of an invoice as used. */
@Injectable()
export class RedemptionRecorderService {
  constructor(
    private readonly redemptions: RedemptionRepository,
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Records the redemption of an invoice, and the referral that the invoice qualified.
   * @param priced with the customer's account, locked and up to date
   * @returns the id of the redemption
   */
  record(tx: Transaction, request: RedeemRequest, priced: PricedWallet, context: ChangeContext): string {
    const { wallet, breakdown, qualified } = priced;
    const id = newId('rdm');
    this.redemptions.insert(
      tx,
      {
        id,
        customerId: request.customer_id,
        invoiceId: request.invoice_id,
        currency: request.currency,
        status: 'applied',
        subtotalCents: breakdown.subtotalCents,
        discountCents: breakdown.discountCents,
        creditCents: breakdown.creditCents,
        totalCents: breakdown.totalCents,
        reversedCents: 0,
        restoredCreditCents: 0,
        refundedCents: 0,
        leftOut: leftOutOf(breakdown, wallet),
        alternatives: alternativesOf(breakdown),
        createdBy: context.actor,
        createdAt: context.at,
      },
      breakdown.lines.map((line, index) => lineOf(id, index + 1, line, wallet)),
    );
    if (qualified !== undefined) this.referrals.recordInvoice(tx, { ...qualified, redemptionId: id });
    const used = this.useRewards(tx, id, request.invoice_id, priced, context);
    if (breakdown.lines.some(({ source }) => source === 'promo')) {
      this.redemptions.usePromo(tx, request.customer_id, id);
    }
    this.captureCredit(tx, id, priced, context);
    const data = {
      redemption_id: id,
      customer_id: request.customer_id,
      reward_ids: used.map((reward) => reward.id),
    };
    this.outbox.append(tx, context.at, { type: 'redemption.applied', data });
    return id;
  }

  private useRewards(
    tx: Transaction,
    redemptionId: string,
    invoiceId: string,
    { wallet, breakdown }: PricedWallet,
    context: ChangeContext,
  ): RewardRow[] {
    const used = wallet.rewards.flatMap((reward) => {
      const line = breakdown.lines.find(({ id, source }) => source === 'referral' && id === reward.id);
      if (line === undefined) return [];
      return [
        transition(reward, 'applied', { appliedAt: context.at, usedCents: line.amountCents, redemptionId }),
      ];
    });
    this.rewards.save(tx, used);
    const timelineData = { invoice_id: invoiceId };
    const eventData = { redemption_id: redemptionId };
    this.history.record(
      tx,
      context,
      used.map((reward) => ({ reward, type: 'reward.applied', timelineData, eventData })),
    );
    return used;
  }

  private captureCredit(
    tx: Transaction,
    redemptionId: string,
    { account, wallet, breakdown }: PricedWallet,
    context: ChangeContext,
  ): void {
    const cause = { ...context, redemptionId };
    for (const line of breakdown.lines.filter(({ source }) => source === 'credit')) {
      const lot = wallet.lots.find(({ id }) => id === line.id);
      if (lot === undefined) throw new Error(`The lot ${line.id} is not in the wallet.`);
      account.take('capture', lot, line.amountCents, cause);
    }
    this.ledger.save(tx, account, context.at);
  }
}

function lineOf(
  redemptionId: string,
  position: number,
  { id, source, type, units, baseCents, amountCents, runningTotalCents }: WaterfallLine,
  { lots }: Wallet,
): Omit<RedemptionLine, 'tenantId'> {
  return {
    redemptionId,
    position,
    source,
    type,
    units,
    baseCents,
    amountCents,
    runningTotalCents,
    promoId: source === 'promo' ? id : null,
    rewardId: source === 'referral' ? id : (lots.find((lot) => lot.id === id)?.rewardId ?? null),
    lotId: source === 'credit' ? id : null,
    restoredCents: 0,
  };
}

/** Returns the discounts that pricing left out, and the rewards that are not available yet. */
const leftOutOf = (breakdown: PriceBreakdown, { rewards }: Wallet): RedemptionAnswer['left_out'] => [
  ...breakdown.leftOut.map(({ discount, reason }) => ({ source: discount.source, id: discount.id, reason })),
  ...rewards
    .filter(({ status }) => status === 'pending')
    .map(({ id }) => ({ source: 'referral' as const, id, reason: 'not_available_yet' as const })),
];

/** Returns the alternatives with a lower price. */
const alternativesOf = ({ alternatives, totalCents }: PriceBreakdown): RedemptionAnswer['alternatives'] =>
  alternatives
    .filter((alternative) => alternative.totalCents < totalCents)
    .map(({ combination, totalCents: total_cents }) => ({ combination: [...combination], total_cents }));
