import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConfigService } from './config.service.js';
import { Audited } from '../tenant/audit/audit-context.interceptor.js';
import { Actor, ForTenantAdmin } from '../core/auth/access.decorator.js';
import type { Versioned } from '../common/domain-error.js';
import type { Precondition } from '../core/http/entity-tag.js';
import { AnswersPage } from '../core/http/openapi.decorators.js';
import { type Page, PageRequest } from '../core/http/page.js';
import { AnswersVersioned, IfMatch } from '../core/http/versioned.decorator.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import {
  ConfigVersionAnswer,
  CurrentConfigAnswer,
  SaveConfigRequest,
  SavedConfigAnswer,
} from './config.dto.js';

@ApiTags('Referral program')
@Controller('referrals/config')
@ForTenantAdmin()
export class ConfigController {
  constructor(private readonly config: ConfigService) {}

  @Get()
  @AnswersVersioned(200, CurrentConfigAnswer, 'Get the current program and the used part of its budget')
  get(@CurrentTenant() tenant: Tenant): Promise<Versioned<CurrentConfigAnswer>> {
    return this.config.get(tenant);
  }

  @Get('versions')
  @AnswersPage(ConfigVersionAnswer, 'List the versions of the program and their changes')
  versions(
    @CurrentTenant() tenant: Tenant,
    @Query() request: PageRequest,
  ): Promise<Page<ConfigVersionAnswer>> {
    return this.config.versions(tenant, request);
  }

  @Put()
  @Audited()
  @AnswersVersioned(200, SavedConfigAnswer, 'Save a new version of the program')
  save(
    @CurrentTenant() tenant: Tenant,
    @Body() config: SaveConfigRequest,
    @Actor() actor: string,
    @IfMatch() expected?: Precondition,
  ): Promise<Versioned<SavedConfigAnswer>> {
    return this.config.save(tenant, config, actor, expected);
  }
}
