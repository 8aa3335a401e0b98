import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../tenant/audit/audit-context.interceptor.js';
import { ForTenantAdmin, Public } from '../core/auth/access.decorator.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Versioned } from '../common/domain-error.js';
import type { Precondition } from '../core/http/entity-tag.js';
import { Answers, AnswersNothing, AnswersPage, ReadsOnly } from '../core/http/openapi.decorators.js';
import type { Page } from '../core/http/page.js';
import { AnswersVersioned, IfMatch } from '../core/http/versioned.decorator.js';
import { RevealsCodes } from '../edge/rate-limit/guess.interceptor.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { pastedPromoCode } from './promo-code.js';
import { PromoCheckService } from './promo-check.service.js';
import {
  CreatePromoRequest,
  ListPromosRequest,
  PromoAnswer,
  PromoValidation,
  UpdatePromoRequest,
  ValidatePromoRequest,
} from './promo.dto.js';
import { PromoService } from './promo.service.js';

@ApiTags('Promos')
@Controller('promos')
export class PromoController {
  constructor(
    private readonly promos: PromoService,
    private readonly checks: PromoCheckService,
  ) {}

  @Get()
  @ForTenantAdmin()
  @AnswersPage(PromoAnswer, 'List promos')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListPromosRequest,
  ): Promise<JsonText<Page<PromoAnswer>>> {
    return this.promos.list(tenant, request);
  }

  @Post()
  @Audited()
  @ForTenantAdmin()
  @AnswersVersioned(201, PromoAnswer, 'Create a promo', 409)
  create(
    @CurrentTenant() tenant: Tenant,
    @Body() request: CreatePromoRequest,
  ): Promise<Versioned<PromoAnswer>> {
    return this.promos.create(tenant, request);
  }

  @Post('validate')
  @Public()
  @ReadsOnly()
  @RevealsCodes(({ valid: hit }: PromoValidation, { promo_code }: ValidatePromoRequest) => [
    { code: `promo ${pastedPromoCode(promo_code)}`, hit },
  ])
  @Answers(200, PromoValidation, 'Check a promo code')
  validate(@Body() request: ValidatePromoRequest): Promise<PromoValidation> {
    return this.checks.validate(request);
  }

  @Get(':id')
  @ForTenantAdmin()
  @AnswersVersioned(200, PromoAnswer, 'Get a promo', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<Versioned<PromoAnswer>> {
    return this.promos.get(tenant, id);
  }

  @Patch(':id')
  @Audited()
  @ForTenantAdmin()
  @AnswersVersioned(200, PromoAnswer, 'Update a promo. Existing uses keep its former terms', 404, 409)
  update(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdatePromoRequest,
    @IfMatch() expected?: Precondition,
  ): Promise<Versioned<PromoAnswer>> {
    return this.promos.update(tenant, id, request, expected);
  }

  @Delete(':id')
  @Audited()
  @ForTenantAdmin()
  @AnswersNothing('Delete a promo, or deactivate it if it has been used', 404)
  remove(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @IfMatch() expected?: Precondition,
  ): Promise<void> {
    return this.promos.remove(tenant, id, expected);
  }
}
