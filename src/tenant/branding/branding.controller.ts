import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audit-context.interceptor.js';
import { ForTenantAdmin, ForTenantAdminOrCustomer, Public } from '../../core/auth/access.decorator.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { CurrentTenant } from '../current-tenant.decorator.js';
import type { Tenant } from '../tenant.entity.js';
import { BrandingAnswer, BrandingRequest, SaveBrandingRequest } from './branding.dto.js';
import { BrandingService } from './branding.service.js';

@ApiTags('Branding')
@Controller('branding')
export class BrandingController {
  constructor(private readonly branding: BrandingService) {}

  @Get()
  @Public()
  @Answers(200, BrandingAnswer, 'Get the name and color of a tenant, for its public pages', 404, 422)
  get(@Query() { tenant_slug }: BrandingRequest): Promise<BrandingAnswer> {
    return this.branding.ofSlug(tenant_slug);
  }

  @Get('mine')
  @ForTenantAdminOrCustomer()
  @Answers(200, BrandingAnswer, "Get the name and color of the token's tenant")
  mine(@CurrentTenant() tenant: Tenant): Promise<BrandingAnswer> {
    return this.branding.of(tenant);
  }

  @Put()
  @ForTenantAdmin()
  @Audited()
  @Answers(200, BrandingAnswer, 'Save the color of the pages')
  save(@CurrentTenant() tenant: Tenant, @Body() request: SaveBrandingRequest): Promise<BrandingAnswer> {
    return this.branding.save(tenant, request);
  }
}
