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

/** What a reversal comes to, and how it leaves the redemption. */
export interface Reversed {
  readonly status: 'partially_reversed' | 'reversed';
  readonly amountCents: number;
  /** Of the amount, credit. */
  readonly creditCents: number;
}

/** Why credit goes back: a reversal of that redemption. */
type ReversalCause = Cause & { readonly redemptionId: string; readonly reason: string };

/** Gives back what an invoice has used. */
@Injectable()
export class RestitutionService {
  constructor(
    private readonly redemptions: RedemptionRepository,
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Gives credit back to the lots it came from, with their expiry. What comes back to a lot whose reward was reversed
   * meanwhile is not the customer's any more, and lessens that reward's shortfall.
   * @param account the customer's, locked and up to date
   * @returns how much each line of the redemption got back, by its position
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
   * Makes the discounts that a redemption used available again; one whose time is over expires with that. Of a reward
   * that was reversed, nothing is used any more.
   */
  async returnDiscounts(
    tx: Transaction,
    { id, customerId, invoiceId }: RedemptionState,
    act: ChangeContext,
  ): Promise<void> {
    const used = await this.rewards.ofRedemption(tx, id);
    this.redemptions.returnPromo(tx, customerId, id);
    const returned = used.filter(({ status }) => status === 'applied');
    const over = returned.filter((reward) => isOver(reward, act.at));
    const recovered = used.filter(({ status }) => status === 'reversed');
    this.rewards.save(
      tx,
      used.map((reward) => unused(reward, act.at)),
    );
    this.history.record(tx, act, [
      ...returned.map(newsFor('reward.returned', id, invoiceId)),
      ...recovered.map(newsFor('reward.recovered', id, invoiceId)),
    ]);
    this.history.record(tx, { ...act, actor: SYSTEM }, over.map(expiredUnused));
  }

  /** Writes down the reversal itself. @param restored what each line got back, by its position */
  record(
    tx: Transaction,
    { status, amountCents, creditCents }: Reversed,
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

const isOver = ({ expiresAt }: RewardRow, at: Date): boolean => expiresAt !== null && expiresAt <= at;

const newsFor =
  (type: RewardChange['type'], redemptionId: string, invoiceId: string) =>
  (reward: RewardRow): RewardChange => ({
    reward,
    type,
    timelineData: { invoice_id: invoiceId },
    eventData: { redemption_id: redemptionId },
  });

const expiredUnused = (reward: RewardRow): RewardChange => ({ reward, type: 'reward.expired' });

function unused(reward: RewardRow, at: Date): RewardRow {
  const nothing = { usedCents: 0, redemptionId: null };
  if (reward.status !== 'applied') return { ...reward, ...nothing, shortfallCents: 0 };
  const returned = transition(reward, 'available', { ...nothing, appliedAt: null });
  return isOver(returned, at) ? transition(returned, 'expired') : returned;
}
