import type { Lot, OpenAccount } from './ledger/open-account.js';
import { SYSTEM } from '../common/ids.js';
import { transition, type RewardRow } from './reward.entity.js';
import type { RewardNews } from './reward-history.service.js';
import { broughtByTime, type RewardStatus } from '../referral/standing/reward-status.js';

interface Step {
  readonly at: Date;
  readonly book: () => void;
}

/**
 * What time has brought to one account, booked in the order in which it came and as of the moment at which it came:
 * histories, statements and reports are the same however late it is booked.
 */
export class DueBooking {
  /** What became of each reward. */
  readonly rewards = new Map<string, RewardRow>();
  readonly news: RewardNews[] = [];
  private readonly steps: Step[] = [];

  constructor(
    private readonly account: OpenAccount,
    private readonly now: Date,
  ) {}

  addReward(due: RewardRow): void {
    this.rewards.set(due.id, due);
    for (const status of broughtByTime(due, this.now)) {
      const at = (status === 'expired' ? due.expiresAt : due.availableAt) ?? this.now;
      this.steps.push({
        at,
        book: () => {
          this.bring(due.id, status, at);
        },
      });
    }
  }

  addLot(lot: Lot): void {
    const at = lot.expiresAt;
    if (at === null || at > this.now) return;
    this.steps.push({
      at,
      book: () => {
        this.account.expire(lot, { actor: SYSTEM, at });
      },
    });
  }

  /** @returns whether there was anything to book */
  run(): boolean {
    const booked = this.steps.length > 0;
    for (let step = this.earliest(); step !== undefined; step = this.earliest()) {
      step.book(); // may add the expiry of what it grants
    }
    return booked;
  }

  private earliest(): Step | undefined {
    return this.steps.sort((a, b) => a.at.getTime() - b.at.getTime()).shift();
  }

  private bring(id: string, status: RewardStatus, at: Date): void {
    const reward = this.rewards.get(id);
    if (reward === undefined) return;
    if (status === 'applied') this.credit(reward, at);
    else {
      if (status === 'expired') this.news.push({ reward, at, type: 'reward.expired' });
      else if (reward.type !== 'credit') this.news.push({ reward, at, type: 'reward.available' });
      this.rewards.set(id, transition(reward, status));
    }
  }

  /** Puts a credit on the account. One that was due too long ago expires there. */
  private credit(reward: RewardRow, at: Date): void {
    const { id, valueUnits, expiresAt } = reward;
    const grant = { grantedCents: valueUnits, rewardId: id, expiresAt };
    const lot = this.account.grant(grant, { actor: SYSTEM, at });
    this.addLot(lot);
    const data = { lot_id: lot.id };
    this.news.push({ reward, at, type: 'reward.applied', data });
    this.rewards.set(id, transition(reward, 'applied', { appliedAt: at }));
  }
}
