import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page } from '../core/http/page.js';
import type { Transaction } from '../core/database/transaction.js';
import { UnitOfWork } from '../core/database/unit-of-work.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type { RewardRow } from './reward.entity.js';
import { ReversalService } from './reversal.service.js';
import type { ListRewardsRequest, RewardAnswer } from './reward.dto.js';
import { rewardNotFound } from './reward.errors.js';
import { RewardQuery } from './reward.query.js';
import { RewardRepository } from './reward.repository.js';
import { SettlementService } from './settlement.service.js';

@Injectable()
export class RewardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rewards: RewardRepository,
    private readonly settlement: SettlementService,
    private readonly reversals: ReversalService,
    private readonly query: RewardQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a reward back, once: voids it if it was never available, otherwise reverses it and records the used part as the
   * shortfall.
   * @throws DomainError `reward_not_found`, `illegal_transition`
   */
  async void(tenant: Tenant, id: string, reason: string, actor: string): Promise<RewardAnswer> {
    const context = { actor, at: this.clock.now(), currency: tenant.currency };
    await this.unitOfWork.run(tenant.id, async (tx) => {
      const { customerId } = await this.existing(tx, id);
      const { account } = await this.settlement.open(tx, customerId, context);
      await this.reversals.reverseReward(tx, account, await this.existing(tx, id), { reason }, context);
    });
    return this.get(tenant, id);
  }

  private async existing(tx: Transaction, id: string): Promise<RewardRow> {
    const reward = await this.rewards.byId(tx, id);
    if (reward === undefined) throw rewardNotFound();
    return reward;
  }

  /**
   * Returns a reward.
   * @throws DomainError `reward_not_found`
   */
  async get(tenant: Tenant, id: string): Promise<RewardAnswer> {
    const reward = await this.query.byId(tenant, id);
    if (reward === undefined) throw rewardNotFound();
    return reward;
  }

  list(tenant: Tenant, request: ListRewardsRequest): Promise<JsonText<Page<RewardAnswer>>> {
    return this.query.page(tenant, request);
  }
}
