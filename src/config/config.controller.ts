import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, ForTenantAdmin } from '../auth/access.decorator.js';
import { Answers } from '../common/openapi.decorators.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { ReferralConfig } from './config.dto.js';
import { ConfigService } from './config.service.js';

@ApiTags('Referral program')
@Controller('referrals/config')
@ForTenantAdmin()
export class ConfigController {
  constructor(private readonly config: ConfigService) {}

  @Get()
  @Answers(200, ReferralConfig, "The program's switch and terms")
  get(@CurrentTenant() tenant: Tenant): Promise<ReferralConfig> {
    return this.config.get(tenant);
  }

  @Put()
  @Answers(200, ReferralConfig, 'Save the program as a new version of its terms')
  save(
    @CurrentTenant() tenant: Tenant,
    @Body() config: ReferralConfig,
    @Actor() actor: string,
  ): Promise<ReferralConfig> {
    return this.config.save(tenant, config, actor);
  }
}
