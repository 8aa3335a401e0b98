import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { ProgramSettings, RewardTerms } from '../config/program-terms.js';
import type { Transaction } from '../core/database/transaction.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { ChangeContext } from './change-context.js';
import { AllowanceRepository } from './allowance.repository.js';
import { allowancesOf } from './allowances.js';
import { transition, type RewardRole, type RewardRow } from './reward.entity.js';
import { RewardHistoryService, type RewardNews } from './reward-history.service.js';
import { broughtByTime } from '../referral/standing/reward-status.js';
import { RewardRepository } from './reward.repository.js';
import { SettlementService } from './settlement.service.js';
import { schedule } from './schedule.js';

/** One side of a referral, and what it earns by the terms that the referral carries. */
export interface EarningSide {
  readonly role: RewardRole;
  readonly customerId: string;
  readonly terms: RewardTerms;
}

/** A new referral, and what decides about its rewards. */
export interface NewReferral {
  readonly id: string;
  readonly qualified: boolean;
  readonly settings: ProgramSettings;
  readonly termsVersion: number;
}

/** Records what the sides of a referral earn. */
@Injectable()
export class EarningService {
  constructor(
    private readonly rewards: RewardRepository,
    private readonly allowances: AllowanceRepository,
    private readonly ledger: LedgerRepository,
    private readonly settlement: SettlementService,
    private readonly history: RewardHistoryService,
  ) {}

  /**
   * One reward for each side whose terms give something and whose limits have room; a credit that is due at once goes
   * to the account at once. Fails the transaction with `reward_exists` rather than record a side twice.
   */
  async earn(
    tx: Transaction,
    referral: NewReferral,
    sides: readonly EarningSide[],
    act: ChangeContext,
  ): Promise<void> {
    const news: RewardNews[] = [];
    const rewards: RewardRow[] = [];
    for (const side of sides.filter(({ terms }) => terms.units > 0)) {
      const reward = rewardOf(referral, side, act.at);
      const limit = await this.reachedLimit(tx, side, referral, act.at);
      if (limit === undefined) rewards.push(reward);
      else news.push({ reward, type: 'reward.withheld', line: { limit } });
    }
    this.rewards.insert(tx, rewards);
    for (const reward of rewards.filter(({ status }) => status === 'applied')) {
      news.push(await this.credit(tx, reward, act));
    }
    if (news.length > 0) this.history.tell(tx, act, news);
  }

  private async credit(tx: Transaction, reward: RewardRow, act: ChangeContext): Promise<RewardNews> {
    const { id, customerId, valueUnits, expiresAt } = reward;
    const { account } = await this.settlement.open(tx, customerId, act); // what was due before comes before
    const lot = account.grant({ grantedCents: valueUnits, rewardId: id, expiresAt }, act);
    this.ledger.save(tx, account, act.at);
    return { reward, type: 'reward.applied', data: { lot_id: lot.id } };
  }

  /** Takes what the reward needs of each limit, or of none. @returns the limit that has no room */
  private async reachedLimit(
    tx: Transaction,
    side: EarningSide,
    referral: NewReferral,
    at: Date,
  ): Promise<TimelineData['limit']> {
    const taken: (() => void)[] = [];
    const { settings, termsVersion } = referral;
    for (const { amount, ...claim } of allowancesOf(side, settings, at)) {
      const allowance = { ...claim, termsVersion };
      if (await this.allowances.take(tx, allowance, amount)) {
        taken.push(() => {
          this.allowances.giveBack(tx, allowance, amount);
        });
        continue;
      }
      for (const giveBack of taken) giveBack();
      return allowance.kind;
    }
    return undefined;
  }
}

/** The reward of a side, as it stands at that moment. */
function rewardOf(
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
    type: side.terms.type,
    valueUnits: side.terms.units,
    status: 'pending',
    availableAt,
    appliedAt: null,
    expiresAt,
    usedCents: 0,
    redemptionId: null,
    shortfallCents: 0,
    createdAt: at,
  };
  return broughtByTime(earned, at).reduce(
    (reward, status) => transition(reward, status, status === 'applied' ? { appliedAt: at } : {}),
    earned,
  );
}
