import type { Lot, OpenAccount } from './ledger/open-account.js';
import { SYSTEM } from '../common/ids.js';
import { transition, type RewardRow } from './reward.entity.js';
import type { RewardChange } from './reward-history.service.js';
import { dueStatuses, type RewardStatus } from '../referral/standing/reward-status.js';

/** One change that is due. */
interface DueStep {
  readonly at: Date;
  readonly apply: () => void;
}

/**
 * Applies the due changes of one customer's rewards and lots in order. Each is dated at the time it became due, so
 * timelines, statements and reports do not depend on how late the changes are booked.
 */
export class DueChanges {
  /** Each reward with its new status. */
  readonly rewards = new Map<string, RewardRow>();
  readonly changes: RewardChange[] = [];
  private readonly steps: DueStep[] = [];

  constructor(
    private readonly account: OpenAccount,
    private readonly now: Date,
  ) {}

  addReward(due: RewardRow): void {
    this.rewards.set(due.id, due);
    for (const status of dueStatuses(due, this.now)) {
      const at = (status === 'expired' ? due.expiresAt : due.availableAt) ?? this.now;
      this.steps.push({
        at,
        apply: () => {
          this.applyStatus(due.id, status, at);
        },
      });
    }
  }

  addLot(lot: Lot): void {
    const at = lot.expiresAt;
    if (at === null || at > this.now) return;
    this.steps.push({
      at,
      apply: () => {
        this.account.expire(lot, { actor: SYSTEM, at });
      },
    });
  }

  /** Applies the changes in the order in which they became due. @returns true if there were any */
  apply(): boolean {
    const any = this.steps.length > 0;
    for (let step = this.earliest(); step !== undefined; step = this.earliest()) {
      step.apply(); // a grant may add the expiry of its lot
    }
    return any;
  }

  private earliest(): DueStep | undefined {
    return this.steps.sort((a, b) => a.at.getTime() - b.at.getTime()).shift();
  }

  private applyStatus(id: string, status: RewardStatus, at: Date): void {
    const reward = this.rewards.get(id);
    if (reward === undefined) return;
    if (status === 'applied') this.grantCredit(reward, at);
    else {
      if (status === 'expired') this.changes.push({ reward, at, type: 'reward.expired' });
      else if (reward.type !== 'credit') this.changes.push({ reward, at, type: 'reward.available' });
      this.rewards.set(id, transition(reward, status));
    }
  }

  /**
   * Grants the credit of a reward. If the credit should have expired in the meantime, its lot expires at once. A reward
   * that came back after a refund is granted without the part that invoices still use. If an invoice returns that part, it
   * belongs to the customer again.
   */
  private grantCredit(reward: RewardRow, at: Date): void {
    const { id, units, expiresAt, refundedAs, shortfallCents } = reward;
    const grantedCents = units - shortfallCents;
    if (refundedAs !== null) this.account.reinstate(id);
    const lot =
      grantedCents > 0
        ? this.account.grant({ grantedCents, rewardId: id, expiresAt }, { actor: SYSTEM, at })
        : undefined;
    if (lot !== undefined) this.addLot(lot);
    this.changes.push({
      reward,
      at,
      type: 'reward.applied',
      timelineData: shortfallCents > 0 ? { amount_cents: grantedCents } : {},
      eventData: lot === undefined ? {} : { lot_id: lot.id },
    });
    this.rewards.set(id, transition(reward, 'applied', { appliedAt: at, shortfallCents: 0 }));
  }
}
