import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited.decorator.js';
import { Actor, ForTenantAdmin } from '../auth/access.decorator.js';
import { Answers } from '../common/openapi.decorators.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { ConfigAnswer, SaveConfigRequest } from './config.dto.js';
import { ConfigService } from './config.service.js';

@ApiTags('Referral program')
@Controller('referrals/config')
@ForTenantAdmin()
export class ConfigController {
  constructor(private readonly config: ConfigService) {}

  @Get()
  @Answers(200, ConfigAnswer, "The program's switch and terms")
  get(@CurrentTenant() tenant: Tenant): Promise<ConfigAnswer> {
    return this.config.get(tenant);
  }

  @Put()
  @Audited()
  @Answers(200, ConfigAnswer, 'Save the program as a new version of its terms')
  save(
    @CurrentTenant() tenant: Tenant,
    @Body() config: SaveConfigRequest,
    @Actor() actor: string,
  ): Promise<ConfigAnswer> {
    return this.config.save(tenant, config, actor);
  }
}
