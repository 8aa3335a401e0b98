import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { REASON_OF_LIMIT, type WithheldReason } from '../config/offer.js';
import type { ProgramSettings, RewardRole } from '../config/program-terms.js';
import type { AllowanceKind } from '../config/reward-allowance.entity.js';
import { type DomainEvent, Outbox } from '../core/outbox/outbox.js';
import { ReferralRepository, type ReferralRow } from '../referral/referral.repository.js';
import type { OpenAccount } from './ledger/open-account.js';
import type { Transaction } from '../core/database/transaction.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { ChangeContext } from './change-context.js';
import { AllowanceRepository } from '../config/allowance.repository.js';
import { type AllowanceClaim, allowancesOf, type EarningSide, reachedShare } from '../config/allowances.js';
import { transition, type RewardRow } from './reward.entity.js';
import { RewardHistoryService, type RewardChange } from './reward-history.service.js';
import { dueStatuses } from '../referral/standing/reward-status.js';
import { RewardRepository } from './reward.repository.js';
import { SettlementService } from './settlement.service.js';
import { schedule } from '../config/schedule.js';

/** The sides of a referral whose reward a limit withheld, with the reason. */
export type WithheldSides = Readonly<Partial<Record<RewardRole, WithheldReason>>>;

/** A new referral, with the settings that its rewards depend on. */
export interface NewReferral {
  readonly id: string;
  readonly qualified: boolean;
  readonly settings: ProgramSettings;
}

/** Creates the rewards of a referral. */
@Injectable()
export class EarningService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly allowances: AllowanceRepository,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly history: RewardHistoryService,
    private readonly referrals: ReferralRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Creates a reward for each side that has a value in the terms and room within the limits. A credit that is due at once
   * is granted at once. The transaction fails with `reward_exists` if a side already has its reward.
   * @returns the sides whose reward a limit withheld
   */
  async earn(
    tx: Transaction,
    referral: NewReferral,
    sides: readonly EarningSide[],
    context: ChangeContext,
  ): Promise<WithheldSides> {
    const due = sides
      .filter(({ terms }) => terms.units > 0)
      .map((side) => ({ side, reward: newReward(referral, side, context.at) }));
    const accounts = await this.openAccounts(tx, due, context);
    const claims = due.flatMap(({ side }) => allowancesOf(side, referral.settings, context.at));
    this.allowances.lock(
      tx,
      due.map(({ reward }) => reward),
      claims,
    );
    const changes: RewardChange[] = [];
    const rewards: RewardRow[] = [];
    const withheld: { -readonly [Role in keyof WithheldSides]: WithheldSides[Role] } = {};
    for (const { side, reward } of due) {
      const limit = await this.take(tx, allowancesOf(side, referral.settings, context.at), context.at);
      if (limit === undefined) {
        rewards.push(reward);
        continue;
      }
      changes.push({ ...withheldBy(limit, reward), stored: false });
      withheld[side.role] = REASON_OF_LIMIT[limit];
      this.referrals.setWithheld(tx, referral.id, side.role, REASON_OF_LIMIT[limit]);
    }
    this.insert(tx, rewards, { accounts, changes }, context);
    this.allowances.countElsewhere(tx, rewards, claims);
    return withheld;
  }

  /**
   * Creates a reward that a limit withheld when the referral was recorded, if the limits have room for it now. Only for the
   * referrer: the friend was told in the answer to the enrollment that there is no reward.
   */
  async earnWithheld(
    tx: Transaction,
    referral: NewReferral & Pick<ReferralRow, 'createdAt'>,
    side: EarningSide,
    context: ChangeContext,
  ): Promise<void> {
    const reward = { ...newReward(referral, side, context.at), referralCreatedAt: referral.createdAt };
    const accounts = await this.openAccounts(tx, [{ reward }], context);
    if ((await this.takeLater(tx, reward, referral.settings, context.at)) !== undefined) return;
    this.referrals.setWithheld(tx, referral.id, side.role, null);
    this.insert(tx, [reward], { accounts, changes: [] }, context);
  }

  /** Inserts rewards, grants their credit, and records them. @param changes further changes to record */
  private insert(
    tx: Transaction,
    rewards: readonly RewardRow[],
    { accounts, changes }: { accounts: ReadonlyMap<string, OpenAccount>; changes: readonly RewardChange[] },
    context: ChangeContext,
  ): void {
    this.rewards.insert(tx, rewards);
    const granted = rewards
      .filter(({ status }) => status === 'applied')
      .map((reward) => this.grantCredit(tx, accounts.get(reward.customerId), reward, context));
    const all = [...changes, ...granted];
    if (all.length > 0) this.history.record(tx, context, all);
  }

  /**
   * Locks the accounts that credit is granted to at once. Accounts are locked before limits, both here and in decisions
   * that void rewards. Books the accounts' earlier due changes first.
   */
  private async openAccounts(
    tx: Transaction,
    due: readonly { reward: RewardRow }[],
    context: ChangeContext,
  ): Promise<ReadonlyMap<string, OpenAccount>> {
    const accounts = new Map<string, OpenAccount>();
    for (const { reward } of due.filter(({ reward: { status } }) => status === 'applied')) {
      accounts.set(reward.customerId, (await this.settlement.open(tx, reward.customerId, context)).account);
    }
    return accounts;
  }

  private grantCredit(
    tx: Transaction,
    account: OpenAccount | undefined,
    reward: RewardRow,
    context: ChangeContext,
  ): RewardChange {
    if (account === undefined) throw new Error('The account of a granted credit is not open.');
    const { id, units, expiresAt } = reward;
    const lot = account.grant({ grantedCents: units, rewardId: id, expiresAt }, context);
    this.ledger.save(tx, account, context.at);
    return { reward, type: 'reward.applied', eventData: { lot_id: lot.id } };
  }

  /**
   * Locks the limits of all rewards before the first `takeLater`. Taking amounts for one reward before the limits of the next
   * are locked would break the order of the locks.
   */
  lockLimits(tx: Transaction, rewards: readonly RewardRow[], settings: ProgramSettings): void {
    this.allowances.lock(
      tx,
      rewards,
      rewards.flatMap((reward) => claimsOf(reward, settings)),
    );
  }

  /**
   * Takes the amounts of a reward from the limits later than at the enrollment, in the periods that the reward was created
   * in. Takes nothing if a limit of the reward's own terms has no room. Otherwise the reward also counts toward limits that
   * only other terms set.
   * @returns the limit that has no room, if any
   */
  async takeLater(
    tx: Transaction,
    reward: RewardRow,
    settings: ProgramSettings,
    at: Date,
  ): Promise<AllowanceKind | undefined> {
    const claims = claimsOf(reward, settings);
    this.lockLimits(tx, [reward], settings);
    const limit = await this.take(tx, claims, at);
    if (limit === undefined) this.allowances.countElsewhere(tx, [reward], claims);
    return limit;
  }

  /**
   * Takes from every limit, or from none, and records an event when 80% or 100% of a limit is used. The limits must be
   * locked.
   * @returns the limit that has no room, if any
   */
  private async take(
    tx: Transaction,
    claims: readonly AllowanceClaim[],
    at: Date,
  ): Promise<AllowanceKind | undefined> {
    const taken: { claim: AllowanceClaim; used: number }[] = [];
    for (const claim of claims) {
      const used = await this.allowances.take(tx, claim);
      if (used === undefined) {
        for (const { claim: other } of taken) this.allowances.giveBack(tx, other);
        return claim.kind;
      }
      taken.push({ claim, used });
    }
    this.outbox.append(tx, at, ...taken.flatMap(({ claim, used }) => warningOf(claim, used)));
    return undefined;
  }
}

/** Returns the amounts that a reward takes from the limits of its own terms, in the periods that it was created in. */
const claimsOf = (reward: RewardRow, settings: ProgramSettings): AllowanceClaim[] => {
  const { role, customerId, createdAt } = reward;
  return allowancesOf({ role, customerId, terms: reward }, settings, createdAt);
};

/** Returns the change for a reward that a limit has no room for. */
export const withheldBy = (limit: AllowanceKind, reward: RewardRow): RewardChange => ({
  reward,
  type: 'reward.withheld',
  timelineData: { limit },
  eventData: { limit },
});

/** Returns an event if this use made the used part of a limit reach 80 or 100 percent. */
function warningOf({ kind, subject, period, limit, amount }: AllowanceClaim, used: number): DomainEvent[] {
  const share = reachedShare(limit, used - amount, used);
  if (share === undefined) return [];
  const customer = kind === 'referrer_rewards' ? { customer_id: subject } : {};
  const data = { limit: kind, period: period.name, used, max: limit, ...customer };
  return [{ type: share === 100 ? 'limit.reached' : 'limit.approached', data }];
}

/** Creates the reward of a side, with its status at the given time. */
function newReward(
  { id: referralId, qualified, settings }: NewReferral,
  side: EarningSide,
  at: Date,
): RewardRow {
  const { availableAt, expiresAt } = qualified
    ? schedule(settings, at)
    : { availableAt: null, expiresAt: null };
  const earned: RewardRow = {
    id: newId('rwd'),
    referralId,
    customerId: side.customerId,
    role: side.role,
    ...side.terms,
    status: 'pending',
    availableAt,
    appliedAt: null,
    expiresAt,
    usedCents: 0,
    redemptionId: null,
    shortfallCents: 0,
    refundedAs: null,
    createdAt: at,
  };
  return dueStatuses(earned, at).reduce(
    (reward, status) => transition(reward, status, status === 'applied' ? { appliedAt: at } : {}),
    earned,
  );
}
