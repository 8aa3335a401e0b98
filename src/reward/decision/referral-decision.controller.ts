import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import type { Language } from '../../common/language.js';
import { Actor, ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { RequestLanguage } from '../../core/http/request-language.decorator.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { ReferralDetailAnswer } from '../../referral/referral.dto.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { ReferralDecisionService } from './referral-decision.service.js';
import { ReasonRequest } from '../reward.dto.js';

@ApiTags('Referrals')
@Controller('referrals')
@ForTenantAdmin()
export class ReferralDecisionController {
  constructor(private readonly decisions: ReferralDecisionService) {}

  @Post(':id/approve')
  @Audited()
  @Answers(200, ReferralDetailAnswer, 'Approve a waiting referral, so that it qualifies', 404, 409)
  approve(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonRequest,
    @RequestLanguage() language: Language,
  ): Promise<ReferralDetailAnswer> {
    return this.decisions.approve(tenant, id, reason, { actor, language });
  }

  @Post(':id/void')
  @Audited()
  @Answers(200, ReferralDetailAnswer, 'Void a referral and take its rewards back', 404, 409)
  void(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ReasonRequest,
    @RequestLanguage() language: Language,
  ): Promise<ReferralDetailAnswer> {
    return this.decisions.void(tenant, id, reason, { actor, language });
  }
}
