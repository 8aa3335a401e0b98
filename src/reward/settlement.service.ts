import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { Lot, OpenAccount } from './ledger/open-account.js';
import { SYSTEM } from '../common/ids.js';
import type { ReferralRow } from '../referral/referral.repository.js';
import type { ChangeContext } from './change-context.js';
import { DueBooking } from './due-booking.js';
import type { RewardRow } from './reward.entity.js';
import { RewardHistoryService } from './reward-history.service.js';
import { RewardRepository } from './reward.repository.js';

/** An account that is locked and up to date. */
export interface Settled {
  readonly account: OpenAccount;
  /** True when time had brought something that was booked just now. */
  readonly changed: boolean;
}

/** Books what time has brought: holds that are over, credit that is due, rewards and lots that have expired. */
@Injectable()
export class SettlementService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: RewardHistoryService,
  ) {}

  /**
   * Locks a customer until the transaction ends, and brings their rewards and credit up to date.
   * @throws DomainError `customer_not_found`
   */
  async open(tx: Transaction, customerId: string, act: ChangeContext): Promise<Settled> {
    const [settled] = await this.openAndRead(tx, customerId, act, () => Promise.resolve());
    return settled;
  }

  /**
   * Does what `open` does, and reads more behind the same lock, in the same round trip.
   * @throws DomainError `customer_not_found`
   */
  async openAndRead<Found>(
    tx: Transaction,
    customerId: string,
    act: ChangeContext,
    reads: () => Promise<Found>,
  ): Promise<[Settled, Found]> {
    const [account, [rewards, lots, found]] = await this.ledger.open(tx, customerId, () =>
      Promise.all([
        this.rewards.due(tx, customerId, act.at),
        this.ledger.dueLots(tx, customerId, act.at),
        reads(),
      ]),
    );
    return [{ account, changed: this.book(tx, account, { rewards, lots }, act) }, found];
  }

  /**
   * Opens both sides of a referral, the referee first: in one order for all, so that no two transactions wait for each other.
   * @throws DomainError `customer_not_found`
   */
  openSides(
    tx: Transaction,
    { refereeCustomerId, referrerCustomerId }: Pick<ReferralRow, 'refereeCustomerId' | 'referrerCustomerId'>,
    act: ChangeContext,
  ): Promise<[Settled, Settled]> {
    return this.openAndRead(tx, refereeCustomerId, act, () => this.open(tx, referrerCustomerId, act));
  }

  /** Brings an account up to date that is locked already. */
  async refresh(tx: Transaction, account: OpenAccount, act: ChangeContext): Promise<void> {
    const rewards = await this.rewards.due(tx, account.customerId, act.at);
    this.book(tx, account, { rewards, lots: [] }, act);
  }

  private book(
    tx: Transaction,
    account: OpenAccount,
    { rewards, lots }: { rewards: readonly RewardRow[]; lots: readonly Lot[] },
    act: ChangeContext,
  ): boolean {
    const booking = new DueBooking(account, act.at);
    for (const reward of rewards) booking.addReward(reward);
    for (const lot of lots) booking.addLot(lot);
    if (!booking.run()) return false;
    this.ledger.save(tx, account, act.at);
    this.rewards.save(tx, [...booking.rewards.values()]);
    this.history.tell(tx, { ...act, actor: SYSTEM }, booking.news);
    return true;
  }
}
