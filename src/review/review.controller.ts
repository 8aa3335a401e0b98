import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorator.js';
import { Actor, ForTenantAdmin } from '../auth/access.decorator.js';
import { Id } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { Answers, AnswersPage } from '../common/openapi.decorators.js';
import type { Page } from '../common/page.js';
import { ReasonRequest } from '../reward/reward.dto.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { ListReviewsRequest, ReviewAnswer } from './review.dto.js';
import { ReviewService } from './review.service.js';

@ApiTags('Abuse')
@Controller('reviews')
@ForTenantAdmin()
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Get()
  @AnswersPage(ReviewAnswer, 'List referrals that rules have held')
  list(
    @CurrentTenant() { id }: Tenant,
    @Query() request: ListReviewsRequest,
  ): Promise<JsonText<Page<ReviewAnswer>>> {
    return this.reviews.list(id, request);
  }

  @Post(':id/approve')
  @Audited()
  @Answers(200, ReviewAnswer, 'Let a held referral go on by its own terms', 404, 409)
  approve(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', Id) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ReviewAnswer> {
    return this.reviews.decide(tenant, id, { status: 'approved', reason }, actor);
  }

  @Post(':id/reject')
  @Audited()
  @Answers(200, ReviewAnswer, 'Reject a held referral, and void its rewards', 404, 409)
  reject(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', Id) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ReviewAnswer> {
    return this.reviews.decide(tenant, id, { status: 'rejected', reason }, actor);
  }
}
