import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import type { JsonText } from '../../core/http/json-text.js';
import { AnswersPage } from '../../core/http/openapi.decorators.js';
import type { Page } from '../../core/http/page.js';
import { CurrentTenant } from '../current-tenant.decorator.js';
import type { Tenant } from '../tenant.entity.js';
import { AuditEntryAnswer, ListAuditRequest } from './audit.dto.js';
import { AuditLogService } from './audit-log.service.js';

@ApiTags('Audit')
@Controller('audit')
@ForTenantAdmin()
export class AuditController {
  constructor(private readonly audit: AuditLogService) {}

  @Get()
  @AnswersPage(AuditEntryAnswer, 'List audit log entries')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListAuditRequest,
  ): Promise<JsonText<Page<AuditEntryAnswer>>> {
    return this.audit.list(tenant.id, request);
  }
}
