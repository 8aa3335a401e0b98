import { Injectable } from '@nestjs/common';
import { cents } from '../common/money.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from '../reward/ledger/ledger.repository.js';
import type { Lot, OpenAccount } from '../reward/ledger/open-account.js';
import {
  type AwaitingReferral,
  type QualifyingInvoice,
  ReferralRepository,
} from '../referral/referral.repository.js';
import type { ChangeContext } from '../reward/change-context.js';
import { QualificationService } from '../reward/qualification.service.js';
import { type Basket, price } from '../reward/pricing.js';
import type { RewardRow } from '../reward/reward.entity.js';
import { RewardRepository } from '../reward/reward.repository.js';
import { SettlementService } from '../reward/settlement.service.js';
import type { Discount } from '../reward/waterfall.js';
import { valueIn } from '../tenant/value.js';
import { qualifies } from '../config/offer.js';
import type { RedeemRequest } from './redemption.dto.js';
import { RedemptionRepository, type RedemptionState, type UnusedPromo } from './redemption.repository.js';

/** The discounts and credit that a customer can use on an invoice, now or later. */
export interface Wallet {
  readonly promo: UnusedPromo | undefined;
  readonly rewards: readonly RewardRow[];
  /** The lots that the amount of the invoice would be taken from, in the order in which they are used. */
  readonly lots: readonly Lot[];
}

/** A customer's wallet and account, read behind the customer's lock. */
export interface OpenWallet {
  readonly account: OpenAccount;
  readonly wallet: Wallet;
  /** True if due changes were booked after the wallet was read, so that it must be read again. */
  readonly stale: boolean;
  /** The referral that an invoice of the customer can qualify. */
  readonly awaiting: AwaitingReferral | undefined;
  /** The existing redemption of the invoice. */
  readonly existing: RedemptionState | undefined;
}

/** A wallet and account that are ready for an invoice. */
export interface PreparedWallet extends Pick<OpenWallet, 'account' | 'wallet'> {
  /** The referral that the invoice has qualified, and the total that it qualified with. */
  readonly qualified: Omit<QualifyingInvoice, 'redemptionId'> | undefined;
}

/** Loads the discounts and credit for an invoice. */
@Injectable()
export class WalletService {
  constructor(
    private readonly redemptions: RedemptionRepository,
    private readonly referrals: ReferralRepository,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly qualification: QualificationService,
  ) {}

  /**
   * Locks the customer, and reads everything that the redemption depends on behind the lock, in one round trip.
   * @throws DomainError `customer_not_found`
   */
  async open(tx: Transaction, request: RedeemRequest, context: ChangeContext): Promise<OpenWallet> {
    const [{ account, changed }, [awaiting, wallet, existing]] = await this.settlement.openAndRead(
      tx,
      request.customer_id,
      context,
      () =>
        Promise.all([
          this.referrals.awaitingInvoice(tx, request.customer_id),
          this.load(tx, request, context.at),
          this.redemptions.ofInvoice(tx, request.invoice_id),
        ]),
    );
    return { account, wallet, stale: changed, awaiting, existing };
  }

  /**
   * Qualifies the referral that waits for this invoice, so that the invoice can use its reward, and reloads a stale wallet.
   * The invoice must be large enough after the discounts that it would use without that reward.
   */
  async prepareForInvoice(
    tx: Transaction,
    { account, wallet, stale, awaiting }: OpenWallet,
    request: RedeemRequest,
    context: ChangeContext,
  ): Promise<PreparedWallet> {
    const current = stale ? await this.load(tx, request, context.at) : wallet;
    if (awaiting === undefined) return { account, wallet: current, qualified: undefined };
    const amountCents = request.amount_cents - price(request.amount_cents, basketOf(current)).discountCents;
    if (!qualifies(amountCents, awaiting)) return { account, wallet: current, qualified: undefined };
    const why = { qualified_by: 'invoice', invoice_id: request.invoice_id } as const;
    if (awaiting.refunded) await this.qualification.requalify(tx, awaiting, why, context);
    else await this.qualification.qualify(tx, awaiting, why, context);
    const [again, fresh] = await this.ledger.open(tx, request.customer_id, () =>
      this.load(tx, request, context.at),
    );
    return { account: again, wallet: fresh, qualified: { referralId: awaiting.id, amountCents } };
  }

  private async load(
    tx: Transaction,
    { customer_id, amount_cents }: RedeemRequest,
    at: Date,
  ): Promise<Wallet> {
    const [promo, rewards, lots] = await Promise.all([
      this.redemptions.unusedPromo(tx, customer_id),
      this.rewards.usable(tx, customer_id),
      this.ledger.spendableLots(tx, customer_id, at, amount_cents),
    ]);
    return { promo, rewards, lots };
  }
}

/** Returns the discounts and credit that can be used now. Rewards of credit are already included in the lots. */
export function basketOf({ promo, rewards, lots }: Wallet): Basket {
  const discounts: Discount[] = [
    ...rewards.filter(({ status }) => status === 'available').map(rewardDiscount),
    ...lots.map(lotDiscount),
  ];
  if (promo !== undefined) {
    discounts.push({ ...valueIn(promo), id: promo.id, source: 'promo' });
  }
  return { discounts, promoCombinable: promo?.combinable ?? true };
}

const rewardDiscount = (reward: RewardRow): Discount => ({
  ...valueIn(reward),
  id: reward.id,
  source: 'referral',
  role: reward.role,
  since: reward.createdAt,
});

const lotDiscount = ({ id, remainingCents, createdAt, expiresAt }: Lot): Discount => ({
  id,
  source: 'credit',
  type: 'credit',
  units: cents(remainingCents),
  since: createdAt,
  expiresAt,
});
