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
import { RedemptionRepository, type RecordedLine, type RedemptionState } from './redemption.repository.js';
import type { ReversalShares } from './reversal-share.js';

/** Credit that one line returned. */
interface RestoredCredit {
  readonly position: number;
  readonly cents: number;
  /** The reward that the credit was granted for. */
  readonly rewardId: string | null;
  /** False if the lot had already expired or its reward had already been taken back. */
  readonly spendable: boolean;
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
   * Returns credit to the lots it came from; their expiry stays the same. If the reward of a lot was reversed in the
   * meantime, the customer does not get the credit; instead, it reduces the shortfall of the reward.
   * @param account the customer's account, locked and up to date
   * @param shares the credit to return for each line
   */
  async restoreCredit(
    tx: Transaction,
    account: OpenAccount,
    lines: readonly RecordedLine[],
    shares: ReversalShares['credit'],
    cause: ReversalCause,
  ): Promise<readonly RestoredCredit[]> {
    const lots = await this.ledger.lotsById(
      tx,
      lines.flatMap(({ lotId }) => lotId ?? []),
    );
    const restored: RestoredCredit[] = [];
    for (const [index, cents] of shares.entries()) {
      const line = lines[index];
      const lot = lots.find(({ id }) => id === line?.lotId);
      if (line === undefined || lot === undefined || cents === 0) continue;
      const { rewardId, reversedAt } = lot;
      account.restore(lot, cents, cause);
      const spendable = reversedAt === null && !isExpired(lot, cause.at);
      restored.push({ position: line.position, cents, rewardId, spendable });
      if (reversedAt !== null && rewardId !== null) this.rewards.reduceShortfall(tx, rewardId, cents);
    }
    this.ledger.save(tx, account, cause.at);
    return restored;
  }

  /**
   * Makes the discounts that a redemption used available again. A reward that should have expired in the meantime expires
   * at once. A reward that was reversed in the meantime no longer has a shortfall.
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

  /**
   * Records the reversal itself.
   * @param ended ids of the rewards taken back along with the referral; credit restored to them is not spendable
   */
  record(
    tx: Transaction,
    status: 'partially_reversed' | 'reversed',
    { amountCents, refundedCents }: ReversalShares,
    restored: readonly RestoredCredit[],
    ended: ReadonlySet<string>,
    { redemptionId, reason, actor, at }: ReversalCause,
  ): void {
    const id = newId('rev');
    const creditCents = sumOf(restored);
    const spendableCents = sumOf(
      restored.filter(({ spendable, rewardId }) => spendable && !ended.has(rewardId ?? '')),
    );
    const amounts = { amountCents, creditCents, refundedCents, spendableCents };
    const reversal = { redemptionId, id, ...amounts, reason, actor, createdAt: at };
    this.redemptions.reverse(tx, status, reversal, restored);
    const data = {
      redemption_id: redemptionId,
      reversal_id: id,
      amount_cents: amountCents,
      credit_cents: creditCents,
      refunded_cents: refundedCents,
    };
    this.outbox.append(tx, at, { type: 'redemption.reversed', data });
  }
}

const sumOf = (restored: readonly RestoredCredit[]): number =>
  restored.reduce((total, { cents }) => total + cents, 0);

const isExpired = ({ expiresAt }: Pick<RewardRow, 'expiresAt'>, at: Date): boolean =>
  expiresAt !== null && expiresAt <= at;

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
