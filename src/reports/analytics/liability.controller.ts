import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { AnswersOrCsv } from '../../core/http/openapi.decorators.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { liabilityCsv } from './liability-csv.js';
import { LiabilityAnswer, LiabilityRequest } from './liability.dto.js';
import { LiabilityService } from './liability.service.js';

@ApiTags('Analytics')
@Controller('analytics')
@ForTenantAdmin()
export class LiabilityController {
  constructor(private readonly liability: LiabilityService) {}

  @Get('liability')
  @BulkRoute()
  @AnswersOrCsv(
    LiabilityAnswer,
    'Get outstanding credit and unused discounts by age, and the movement of credit in a period',
    422,
  )
  async report(
    @CurrentTenant() tenant: Tenant,
    @Query() request: LiabilityRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LiabilityAnswer | string> {
    const report = await this.liability.report(tenant, request);
    if (request.format !== 'csv') return report;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="liability.csv"');
    return liabilityCsv(report);
  }
}
