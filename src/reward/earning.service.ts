import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { ProgramSettings } from '../config/program-terms.js';
import type { Transaction } from '../core/database/transaction.js';
import type { TimelineData } from '../customer/timeline.dto.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import type { ChangeContext } from './change-context.js';
import { AllowanceRepository } from './allowance.repository.js';
import { allowancesOf, type EarningSide } from './allowances.js';
import { transition, type RewardRow } from './reward.entity.js';
import { RewardHistoryService, type RewardChange } from './reward-history.service.js';
import { dueStatuses } from '../referral/standing/reward-status.js';
import { RewardRepository } from './reward.repository.js';
import { SettlementService } from './settlement.service.js';
import { schedule } from './schedule.js';

/** A new referral, with the settings that its rewards depend on. */
export interface NewReferral {
  readonly id: string;
  readonly qualified: boolean;
  readonly settings: ProgramSettings;
  readonly termsVersion: number;
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
  ) {}

  /**
   * Creates a reward for each side that has a value in the terms and room within the limits. A credit that is due at once
   * is granted at once. The transaction fails with `reward_exists` if a side already has its reward.
   */
  async earn(
    tx: Transaction,
    referral: NewReferral,
    sides: readonly EarningSide[],
    context: ChangeContext,
  ): Promise<void> {
    const changes: RewardChange[] = [];
    const rewards: RewardRow[] = [];
    for (const side of sides.filter(({ terms }) => terms.units > 0)) {
      const reward = newReward(referral, side, context.at);
      const limit = await this.takeAllowances(tx, side, referral, context.at);
      if (limit === undefined) rewards.push(reward);
      else changes.push({ reward, type: 'reward.withheld', timelineData: { limit } });
    }
    this.rewards.insert(tx, rewards);
    for (const reward of rewards.filter(({ status }) => status === 'applied')) {
      changes.push(await this.grantCredit(tx, reward, context));
    }
    if (changes.length > 0) this.history.record(tx, context, changes);
  }

  private async grantCredit(
    tx: Transaction,
    reward: RewardRow,
    context: ChangeContext,
  ): Promise<RewardChange> {
    const { id, customerId, units, expiresAt } = reward;
    const { account } = await this.settlement.open(tx, customerId, context); // books earlier due changes first
    const lot = account.grant({ grantedCents: units, rewardId: id, expiresAt }, context);
    this.ledger.save(tx, account, context.at);
    return { reward, type: 'reward.applied', eventData: { lot_id: lot.id } };
  }

  /** Takes the reward's amount from every limit, or from none. @returns the limit that has no room, if any */
  private async takeAllowances(
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

/** Makes the reward of a side, with the status that it has at that moment. */
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
    createdAt: at,
  };
  return dueStatuses(earned, at).reduce(
    (reward, status) => transition(reward, status, status === 'applied' ? { appliedAt: at } : {}),
    earned,
  );
}
