import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import type { Language } from '../../common/language.js';
import { ForTenantAdminInPerson } from '../../core/auth/access.decorator.js';
import { RequestLanguage } from '../../core/http/request-language.decorator.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import { Answers, AnswersNothing } from '../../core/http/openapi.decorators.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { ErasureService } from './erasure.service.js';
import { CustomerExportAnswer } from './privacy.dto.js';
import { ExportService } from './export.service.js';

@ApiTags('Privacy')
@Controller('customers')
@ForTenantAdminInPerson()
export class PrivacyController {
  constructor(
    private readonly exports: ExportService,
    private readonly erasure: ErasureService,
  ) {}

  @Get(':id/export')
  @Audited()
  @BulkRoute()
  @Answers(200, CustomerExportAnswer, 'Export all data stored about a customer', 404)
  export(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @RequestLanguage() language: Language,
  ): Promise<CustomerExportAnswer> {
    return this.exports.export(tenant, id, language);
  }

  @Delete(':id')
  @Audited()
  @AnswersNothing("Erase a customer's personal data and keep the anonymous money history", 404)
  erase(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<void> {
    return this.erasure.erase(tenant.id, id);
  }
}
