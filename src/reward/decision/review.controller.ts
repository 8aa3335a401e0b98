import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import { Actor, ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import type { JsonText } from '../../core/http/json-text.js';
import { Answers, AnswersPage } from '../../core/http/openapi.decorators.js';
import type { Page } from '../../core/http/page.js';
import { ReasonRequest } from '../reward.dto.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { ListReviewsRequest, ReviewAnswer } from './review.dto.js';
import { ReviewService } from './review.service.js';

@ApiTags('Abuse')
@Controller('reviews')
@ForTenantAdmin()
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Get()
  @AnswersPage(ReviewAnswer, 'List reviews of referrals held by abuse rules')
  list(
    @CurrentTenant() { id }: Tenant,
    @Query() request: ListReviewsRequest,
  ): Promise<JsonText<Page<ReviewAnswer>>> {
    return this.reviews.list(id, request);
  }

  @Post(':id/approve')
  @Audited()
  @Answers(200, ReviewAnswer, 'Approve a held referral. It continues under its own terms', 404, 409)
  approve(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ReviewAnswer> {
    return this.reviews.decide(tenant, id, { status: 'approved', reason }, actor);
  }

  @Post(':id/reject')
  @Audited()
  @Answers(200, ReviewAnswer, 'Reject a held referral and void its rewards', 404, 409)
  reject(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ReviewAnswer> {
    return this.reviews.decide(tenant, id, { status: 'rejected', reason }, actor);
  }
}
