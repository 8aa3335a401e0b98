import { Injectable } from '@nestjs/common';
import { newId, SYSTEM } from '../common/ids.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from '../reward/ledger/ledger.repository.js';
import type { Cause, OpenAccount } from '../reward/ledger/open-account.js';
import { Outbox } from '../core/outbox/outbox.js';
import type { ChangeContext } from '../reward/change-context.js';
import { transition, type RewardRow } from '../reward/reward.entity.js';
import { RewardHistoryService, type RewardChange } from '../reward/reward-history.service.js';
import { RewardRepository } from '../reward/reward.repository.js';
import { RedemptionRepository, type RedemptionState } from './redemption.repository.js';
import { spreadFromLast } from './reversal-share.js';

/** The amounts of a reversal, and the status of the redemption after it. */
export interface ReversalOutcome {
  readonly status: 'partially_reversed' | 'reversed';
  readonly amountCents: number;
  /** The part of the amount that is credit. */
  readonly creditCents: number;
}

/** The actor, time and reason of a reversal, and the redemption. */
type ReversalCause = Cause & { readonly redemptionId: string; readonly reason: string };

/** Records reversals, and returns the credit, discounts and promo that the invoice used. */
@Injectable()
export class RedemptionReversalRecorderService {
  constructor(
    private readonly redemptions: RedemptionRepository,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Returns credit to the lots it came from; their expiry stays the same. If the reward of a lot was reversed since, the
   * customer does not get the credit, and it reduces the shortfall of the reward.
   * @param account the customer's account, locked and up to date
   * @returns the returned credit by position of the line
   */
  async restoreCredit(
    tx: Transaction,
    account: OpenAccount,
    amountCents: number,
    cause: ReversalCause,
  ): Promise<ReadonlyMap<number, number>> {
    const lines = await this.redemptions.creditLines(tx, cause.redemptionId);
    const lots = await this.ledger.lotsById(
      tx,
      lines.map(({ lotId }) => lotId),
    );
    const restored = new Map<number, number>();
    for (const [index, cents] of spreadFromLast(lines, amountCents).entries()) {
      const line = lines[index];
      const lot = lots.find(({ id }) => id === line?.lotId);
      if (line === undefined || lot === undefined || cents === 0) continue;
      account.restore(lot, cents, cause);
      restored.set(line.position, cents);
      if (lot.reversedAt !== null && lot.rewardId !== null) {
        this.rewards.reduceShortfall(tx, lot.rewardId, cents);
      }
    }
    this.ledger.save(tx, account, cause.at);
    return restored;
  }

  /**
   * Makes the discounts that a redemption used available again. A reward that should have expired since expires at once. A
   * reward that was reversed since no longer has a shortfall.
   */
  async returnDiscounts(
    tx: Transaction,
    { id, customerId, invoiceId }: RedemptionState,
    context: ChangeContext,
  ): Promise<void> {
    const used = await this.rewards.ofRedemption(tx, id);
    this.redemptions.returnPromo(tx, customerId, id);
    const returned = used.filter(({ status }) => status === 'applied');
    const expired = returned.filter((reward) => isExpired(reward, context.at));
    const recovered = used.filter(({ status }) => status === 'reversed');
    this.rewards.save(
      tx,
      used.map((reward) => withoutUse(reward, context.at)),
    );
    this.history.record(tx, context, [
      ...returned.map(changeFor('reward.returned', id, invoiceId)),
      ...recovered.map(changeFor('reward.recovered', id, invoiceId)),
    ]);
    this.history.record(tx, { ...context, actor: SYSTEM }, expired.map(expiryOf));
  }

  /** Records the reversal itself. @param restored the returned credit by position of the line */
  record(
    tx: Transaction,
    { status, amountCents, creditCents }: ReversalOutcome,
    restored: ReadonlyMap<number, number>,
    { redemptionId, reason, actor, at }: ReversalCause,
  ): void {
    const id = newId('rev');
    const reversal = { redemptionId, id, amountCents, creditCents, reason, actor, createdAt: at };
    this.redemptions.reverse(tx, status, reversal, restored);
    const data = {
      redemption_id: redemptionId,
      reversal_id: id,
      amount_cents: amountCents,
      credit_cents: creditCents,
    };
    this.outbox.append(tx, at, { type: 'redemption.reversed', data });
  }
}

const isExpired = ({ expiresAt }: RewardRow, at: Date): boolean => expiresAt !== null && expiresAt <= at;

const changeFor =
  (type: RewardChange['type'], redemptionId: string, invoiceId: string) =>
  (reward: RewardRow): RewardChange => ({
    reward,
    type,
    timelineData: { invoice_id: invoiceId },
    eventData: { redemption_id: redemptionId },
  });

const expiryOf = (reward: RewardRow): RewardChange => ({ reward, type: 'reward.expired' });

/** Returns the reward as if the invoice had not used it. */
function withoutUse(reward: RewardRow, at: Date): RewardRow {
  const noUse = { usedCents: 0, redemptionId: null };
  if (reward.status !== 'applied') return { ...reward, ...noUse, shortfallCents: 0 };
  const returned = transition(reward, 'available', { ...noUse, appliedAt: null });
  return isExpired(returned, at) ? transition(returned, 'expired') : returned;
}
