import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../auth/access.decorator.js';
import { Id } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { Answers, AnswersPage } from '../common/openapi.decorators.js';
import type { Page } from '../common/page.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { ListRewardsRequest, RewardAnswer } from './reward.dto.js';
import { RewardService } from './reward.service.js';

@ApiTags('Rewards')
@Controller('rewards')
@ForTenantAdmin()
export class RewardController {
  constructor(private readonly rewards: RewardService) {}

  @Get()
  @AnswersPage(RewardAnswer, 'List rewards')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListRewardsRequest,
  ): Promise<JsonText<Page<RewardAnswer>>> {
    return this.rewards.list(tenant, request);
  }

  @Get(':id')
  @Answers(200, RewardAnswer, 'One reward', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', Id) id: string): Promise<RewardAnswer> {
    return this.rewards.get(tenant, id);
  }
}
