import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { Lot, OpenAccount } from './ledger/open-account.js';
import { SYSTEM } from '../common/ids.js';
import type { ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { DueChanges } from './due-changes.js';
import type { RewardRow } from './reward.entity.js';
import { RewardHistoryService } from './reward-history.service.js';
import { RewardRepository } from './reward.repository.js';

/** An account that is locked and up to date with the clock. */
export interface SettledAccount {
  readonly account: OpenAccount;
  /** True if due changes have just been booked. */
  readonly changed: boolean;
}

/** Books changes that have become due: holds that ended, credit to grant, rewards and lots that expired. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
  ) {}

  /**
   * Locks a customer until the transaction ends, and books the due changes of their rewards and credit.
   * @throws DomainError `customer_not_found`
   */
  async open(tx: Transaction, customerId: string, context: ChangeContext): Promise<SettledAccount> {
    const [settled] = await this.openAndRead(tx, customerId, context, () => Promise.resolve());
    return settled;
  }

  /**
   * Does the same as `open`, and reads more behind the lock in the same round trip.
   * @throws DomainError `customer_not_found`
   */
  async openAndRead<Found>(
    tx: Transaction,
    customerId: string,
    context: ChangeContext,
    reads: () => Promise<Found>,
  ): Promise<[SettledAccount, Found]> {
    const [account, [rewards, lots, found]] = await this.ledger.open(tx, customerId, () =>
      Promise.all([
        this.rewards.due(tx, customerId, context.at),
        this.ledger.dueLots(tx, customerId, context.at),
        reads(),
      ]),
    );
    return [{ account, changed: this.bookDue(tx, account, { rewards, lots }, context) }, found];
  }

  /**
   * Opens both sides of a referral. The referee, who is the newer customer, is always locked first, so that transactions cannot
   * deadlock; imports lock in the same order.
   * @throws DomainError `customer_not_found`
   */
  openSides(
    tx: Transaction,
    { refereeCustomerId, referrerCustomerId }: Pick<ReferralRow, 'refereeCustomerId' | 'referrerCustomerId'>,
    context: ChangeContext,
  ): Promise<[SettledAccount, SettledAccount]> {
    return this.openAndRead(tx, refereeCustomerId, context, () => this.open(tx, referrerCustomerId, context));
  }

  /** Books the due changes of an account that is already locked. */
  async refresh(tx: Transaction, account: OpenAccount, context: ChangeContext): Promise<void> {
    const rewards = await this.rewards.due(tx, account.customerId, context.at);
    this.bookDue(tx, account, { rewards, lots: [] }, context);
  }

  private bookDue(
    tx: Transaction,
    account: OpenAccount,
    { rewards, lots }: { rewards: readonly RewardRow[]; lots: readonly Lot[] },
    context: ChangeContext,
  ): boolean {
    const due = new DueChanges(account, context.at);
    for (const reward of rewards) due.addReward(reward);
    for (const lot of lots) due.addLot(lot);
    if (!due.apply()) return false;
    this.ledger.save(tx, account, context.at);
    this.rewards.save(tx, [...due.rewards.values()]);
    this.history.record(tx, { ...context, actor: SYSTEM }, due.changes);
    return true;
  }
}
