import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, Public, PublicOrTenantAdmin } from '../core/auth/access.decorator.js';
import { ClientAddress } from '../core/http/client-address.js';
import { Answers, ReadsOnly } from '../core/http/openapi.decorators.js';
import { RevealsCodes } from '../edge/rate-limit/guess.interceptor.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { TenantResolverService } from './tenant-resolver.service.js';
import { codeHits, redactForPublic } from './codes-answer.js';
import { EnrollmentAnswer, EnrollRequest, QuoteAnswer, QuoteRequest } from './enrollment.dto.js';
import { EnrollmentService } from './enrollment.service.js';
import { QuoteService } from './quote.service.js';

@ApiTags('Enrollment')
@Controller('enrollments')
export class EnrollmentController {
  constructor(
    private readonly enrollments: EnrollmentService,
    private readonly quotes: QuoteService,
    private readonly tenants: TenantResolverService,
  ) {}

  @Post()
  @PublicOrTenantAdmin()
  @RevealsCodes(codeHits)
  @Answers(
    201,
    EnrollmentAnswer,
    'Enroll a person, optionally with a referral code and a promo code',
    404,
    409,
  )
  async enroll(
    @CurrentTenant() own: Tenant | undefined,
    @Actor() actor: string,
    @ClientAddress() address: string | undefined,
    @Body() request: EnrollRequest,
  ): Promise<EnrollmentAnswer> {
    const tenant = await this.tenants.resolve(own, request.tenant_slug);
    const answer = await this.enrollments.enroll(tenant, request, { actor, address });
    return own === undefined ? redactForPublic(answer) : answer;
  }

  @Post('quote')
  @Public()
  @ReadsOnly()
  @RevealsCodes(codeHits)
  @Answers(200, QuoteAnswer, 'Quote the effect of codes on a price', 404)
  async quote(@Body() request: QuoteRequest): Promise<QuoteAnswer> {
    return this.quotes.quote(await this.tenants.resolve(undefined, request.tenant_slug), request);
  }
}
