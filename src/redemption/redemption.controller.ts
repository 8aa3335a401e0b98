import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, ForTenantAdmin } from '../core/auth/access.decorator.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import { Answers, AnswersOnce, AnswersPage, ReadsOnly } from '../core/http/openapi.decorators.js';
import type { Page } from '../core/http/page.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { RedemptionReversalService } from './redemption-reversal.service.js';
import {
  ListRedemptionsRequest,
  RedeemRequest,
  RedemptionAnswer,
  RedemptionPreviewAnswer,
  ReverseRequest,
} from './redemption.dto.js';
import { RedemptionService } from './redemption.service.js';

@ApiTags('Redemptions')
@Controller('redemptions')
export class RedemptionController {
  constructor(
    private readonly redemptions: RedemptionService,
    private readonly reversals: RedemptionReversalService,
  ) {}

  @Get()
  @ForTenantAdmin()
  @AnswersPage(RedemptionAnswer, 'List redemptions')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListRedemptionsRequest,
  ): Promise<JsonText<Page<RedemptionAnswer>>> {
    return this.redemptions.list(tenant, request);
  }

  @Post()
  @ForTenantAdmin('redeem')
  @AnswersOnce(RedemptionAnswer, 'Apply discounts and credit to an invoice, exactly once', 404, 409)
  async redeem(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Body() request: RedeemRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedemptionAnswer> {
    const { redemption, created } = await this.redemptions.apply(tenant, request, actor);
    void reply.status(created ? 201 : 200);
    return redemption;
  }

  @Post('preview')
  @ReadsOnly()
  @ForTenantAdmin('redeem')
  @Answers(200, RedemptionPreviewAnswer, 'Preview the redemption of an invoice. Nothing is saved', 404, 409)
  preview(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Body() request: RedeemRequest,
  ): Promise<RedemptionPreviewAnswer> {
    return this.redemptions.preview(tenant, request, actor);
  }

  @Get(':id')
  @ForTenantAdmin()
  @Answers(200, RedemptionAnswer, 'Get a redemption', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<RedemptionAnswer> {
    return this.redemptions.get(tenant, id);
  }

  @Post(':id/reverse')
  @ForTenantAdmin('redeem')
  @Answers(200, RedemptionAnswer, 'Reverse a redemption in full or in part', 404, 409)
  reverse(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() request: ReverseRequest,
  ): Promise<RedemptionAnswer> {
    return this.reversals.reverse(tenant, id, request, actor);
  }
}
