import { Injectable } from '@nestjs/common';
import type { Program } from '../config/program-terms.js';
import { CustomerRepository } from '../customer/customer.repository.js';
import type { Transaction } from '../core/database/transaction.js';
import { REASON_OF_LIMIT } from '../config/offer.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { EarningService, withheldBy } from './earning.service.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { transition, type RewardRow } from './reward.entity.js';
import { type RewardChange, RewardHistoryService } from './reward-history.service.js';
import { RewardRepository } from './reward.repository.js';
import { schedule } from '../config/schedule.js';

/** Reinstates the rewards that a refund ended, when a later invoice qualifies their referral again. */
@Injectable()
export class ReinstatementService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly referrals: ReferralRepository,
    private readonly ledger: LedgerRepository,
    private readonly customers: CustomerRepository,
    private readonly earning: EarningService,
    private readonly history: RewardHistoryService,
  ) {}

  /**
   * Reinstates the rewards that a refund ended, with a new hold and expiry. Rewards that ended otherwise stay ended. A
   * voided reward stays voided if the limits have no room for it; a reversed one still counts toward them. A discount that
   * an invoice still uses is applied again. For credit, only the amount that the refund took is granted again, not credit
   * that had expired or was deducted manually. Locks the rows of the limits, so the accounts of both sides must already be
   * locked.
   */
  async reinstate(
    tx: Transaction,
    { id }: ReferralRow,
    { settings }: Program,
    context: ChangeContext,
  ): Promise<void> {
    const refunded = await this.refundedOf(tx, id);
    this.earning.lockLimits(
      tx,
      refunded.filter(({ refundedAs }) => refundedAs === 'voided'),
      settings,
    );
    const changes: RewardChange[] = [];
    const reinstated: RewardRow[] = [];
    for (const reward of refunded) {
      const limit =
        reward.refundedAs === 'voided'
          ? await this.earning.takeLater(tx, reward, settings, context.at)
          : undefined;
      if (limit !== undefined) {
        changes.push(withheldBy(limit, reward));
        this.referrals.setWithheld(tx, id, reward.role, REASON_OF_LIMIT[limit]);
      } else if (reward.redemptionId !== null) {
        reinstated.push(transition(reward, 'applied', { shortfallCents: 0 }));
        changes.push(await this.useOf(tx, reward, reward.redemptionId));
      } else {
        reinstated.push(...(await this.waiting(tx, reward)));
      }
    }
    this.rewards.save(tx, reinstated);
    const { availableAt, expiresAt } = schedule(settings, context.at);
    this.rewards.schedule(tx, id, availableAt, expiresAt);
    if (changes.length > 0) this.history.record(tx, context, changes);
  }

  /**
   * Returns the reward as pending until its new hold ends. The shortfall is the part that will not be granted again,
   * because it was used, expired or was deducted. Returns nothing if all of the credit had expired or was deducted.
   */
  private async waiting(tx: Transaction, reward: RewardRow): Promise<RewardRow[]> {
    if (reward.type !== 'credit' || reward.refundedAs === 'voided')
      return [transition(reward, 'pending', { appliedAt: null })];
    const { used, takenBack } = await this.ledger.spentOfReward(tx, reward.id);
    if (used + takenBack === 0) return [];
    return [transition(reward, 'pending', { appliedAt: null, shortfallCents: reward.units - takenBack })];
  }

  /** Returns the rewards that a refund ended, without those of people who were erased. */
  private async refundedOf(tx: Transaction, referralId: string): Promise<RewardRow[]> {
    const rewards = (await this.rewards.ofReferral(tx, referralId)).filter(isEndedByRefund);
    const erased = await Promise.all(
      rewards.map(({ customerId }) => this.customers.isErased(tx, customerId)),
    );
    return rewards.filter((_, index) => erased[index] === false);
  }

  private async useOf(tx: Transaction, reward: RewardRow, redemptionId: string): Promise<RewardChange> {
    const invoice_id = await this.rewards.invoiceOf(tx, redemptionId);
    return {
      reward,
      type: 'reward.applied',
      timelineData: invoice_id === undefined ? {} : { invoice_id },
      eventData: { redemption_id: redemptionId },
    };
  }
}

/** Returns true for a reward that a refund ended and that has not come back. */
const isEndedByRefund = ({ status, refundedAs }: RewardRow): boolean =>
  refundedAs !== null && status === refundedAs;
