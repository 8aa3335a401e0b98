import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from '../reward/ledger/ledger.repository.js';
import type { OpenAccount } from '../reward/ledger/open-account.js';
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
import type { Wallet } from './wallet.service.js';

/** Writes down what an invoice has used. */
@Injectable()
export class RedemptionRecorderService {
  constructor(
    private readonly redemptions: RedemptionRepository,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param account the customer's, locked and up to date
   * @param priced what became of the invoice, out of the wallet
   * @returns the redemption's id
   */
  record(
    tx: Transaction,
    account: OpenAccount,
    request: RedeemRequest,
    { wallet, priced }: { wallet: Wallet; priced: PriceBreakdown },
    act: ChangeContext,
  ): string {
    const id = newId('rdm');
    this.redemptions.insert(
      tx,
      {
        id,
        customerId: request.customer_id,
        invoiceId: request.invoice_id,
        currency: request.currency,
        status: 'applied',
        subtotalCents: priced.subtotalCents,
        discountCents: priced.discountCents,
        creditCents: priced.creditCents,
        totalCents: priced.totalCents,
        reversedCents: 0,
        restoredCreditCents: 0,
        leftOut: leftOutOf(priced, wallet),
        alternatives: alternativesOf(priced),
        createdBy: act.actor,
        createdAt: act.at,
      },
      priced.lines.map((line, index) => lineOf(id, index + 1, line, wallet)),
    );
    const used = this.useRewards(tx, id, request.invoice_id, { wallet, priced }, act);
    if (priced.lines.some(({ source }) => source === 'promo')) {
      this.redemptions.usePromo(tx, request.customer_id, id);
    }
    this.capture(tx, account, id, { wallet, priced }, act);
    const data = {
      redemption_id: id,
      customer_id: request.customer_id,
      reward_ids: used.map((reward) => reward.id),
    };
    this.outbox.append(tx, act.at, { type: 'redemption.applied', data });
    return id;
  }

  private useRewards(
    tx: Transaction,
    redemptionId: string,
    invoiceId: string,
    { wallet, priced }: { wallet: Wallet; priced: PriceBreakdown },
    act: ChangeContext,
  ): RewardRow[] {
    const used = wallet.rewards.flatMap((reward) => {
      const line = priced.lines.find(({ id, source }) => source === 'referral' && id === reward.id);
      if (line === undefined) return [];
      return [
        transition(reward, 'applied', { appliedAt: act.at, usedCents: line.amountCents, redemptionId }),
      ];
    });
    this.rewards.save(tx, used);
    const timelineData = { invoice_id: invoiceId };
    const eventData = { redemption_id: redemptionId };
    this.history.record(
      tx,
      act,
      used.map((reward) => ({ reward, type: 'reward.applied', timelineData, eventData })),
    );
    return used;
  }

  private capture(
    tx: Transaction,
    account: OpenAccount,
    redemptionId: string,
    { wallet, priced }: { wallet: Wallet; priced: PriceBreakdown },
    act: ChangeContext,
  ): void {
    const cause = { ...act, redemptionId };
    for (const line of priced.lines.filter(({ source }) => source === 'credit')) {
      const lot = wallet.lots.find(({ id }) => id === line.id);
      if (lot !== undefined) account.take('capture', lot, line.amountCents, cause);
    }
    this.ledger.save(tx, account, act.at);
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
    valueUnits: units,
    baseCents,
    amountCents,
    runningTotalCents,
    promoId: source === 'promo' ? id : null,
    rewardId: source === 'referral' ? id : (lots.find((lot) => lot.id === id)?.rewardId ?? null),
    lotId: source === 'credit' ? id : null,
    restoredCents: 0,
  };
}

/** What pricing left out, and what can't be used yet. */
const leftOutOf = (priced: PriceBreakdown, { rewards }: Wallet): RedemptionAnswer['left_out'] => [
  ...priced.leftOut.map(({ discount, reason }) => ({ source: discount.source, id: discount.id, reason })),
  ...rewards
    .filter(({ status }) => status === 'pending')
    .map(({ id }) => ({ source: 'referral' as const, id, reason: 'not_available_yet' as const })),
];

/** Only what would have cost the customer less is worth naming. */
const alternativesOf = ({ alternatives, totalCents }: PriceBreakdown): RedemptionAnswer['alternatives'] =>
  alternatives
    .filter((alternative) => alternative.totalCents < totalCents)
    .map(({ combination, totalCents: total_cents }) => ({ combination: [...combination], total_cents }));
