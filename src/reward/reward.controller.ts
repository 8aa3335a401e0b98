import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../tenant/audit/audit-context.interceptor.js';
import { Actor, ForTenantAdmin } from '../core/auth/access.decorator.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import { Answers, AnswersPage } from '../core/http/openapi.decorators.js';
import type { Page } from '../core/http/page.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { ListRewardsRequest, ReasonRequest, RewardAnswer } from './reward.dto.js';
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
  @Answers(200, RewardAnswer, 'Get a reward', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<RewardAnswer> {
    return this.rewards.get(tenant, id);
  }

  @Post(':id/void')
  @Audited()
  @Answers(
    200,
    RewardAnswer,
    'Take a reward back: void it before it can be used, otherwise reverse it',
    404,
    409,
  )
  void(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<RewardAnswer> {
    return this.rewards.void(tenant, id, reason, actor);
  }
}
