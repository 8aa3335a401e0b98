import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import { Actor, ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { AbuseRulesAnswer, SaveAbuseRulesRequest } from './abuse-rules.dto.js';
import { AbuseRulesService } from './abuse-rules.service.js';

@ApiTags('Abuse')
@Controller('abuse-rules')
@ForTenantAdmin()
export class AbuseRulesController {
  constructor(private readonly rules: AbuseRulesService) {}

  @Get()
  @Answers(200, AbuseRulesAnswer, 'Get the abuse rules and their recent matches')
  get(@CurrentTenant() { id }: Tenant): Promise<AbuseRulesAnswer> {
    return this.rules.get(id);
  }

  @Put()
  @Audited()
  @Answers(200, AbuseRulesAnswer, 'Save abuse rules. Absent ones keep their settings')
  save(
    @CurrentTenant() { id }: Tenant,
    @Body() request: SaveAbuseRulesRequest,
    @Actor() actor: string,
  ): Promise<AbuseRulesAnswer> {
    return this.rules.save(id, request, actor);
  }
}
