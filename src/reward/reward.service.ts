import { Injectable } from '@nestjs/common';
import type { JsonText } from '../common/json-text.js';
import type { Page } from '../common/page.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import type { ListRewardsRequest, RewardAnswer } from './reward.dto.js';
import { rewardNotFound } from './reward.errors.js';
import { RewardQuery } from './reward.query.js';

@Injectable()
export class RewardService {
  constructor(private readonly query: RewardQuery) {}

  /** @throws DomainError `reward_not_found` */
  async get(tenant: Tenant, id: string): Promise<RewardAnswer> {
    const reward = await this.query.byId(tenant, id);
    if (reward === undefined) throw rewardNotFound();
    return reward;
  }

  list(tenant: Tenant, request: ListRewardsRequest): Promise<JsonText<Page<RewardAnswer>>> {
    return this.query.page(tenant, request);
  }
}
