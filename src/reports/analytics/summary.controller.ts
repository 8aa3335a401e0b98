import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { SummaryAnswer, SummaryRequest } from './summary.dto.js';
import { SummaryService } from './summary.service.js';

@ApiTags('Analytics')
@Controller('analytics')
@ForTenantAdmin()
export class SummaryController {
  constructor(private readonly summary: SummaryService) {}

  @Get('summary')
  @BulkRoute()
  @Answers(
    200,
    SummaryAnswer,
    'Get the performance of the program: funnel, series, top referrers and promo overlap',
    422,
  )
  report(@CurrentTenant() tenant: Tenant, @Query() request: SummaryRequest): Promise<SummaryAnswer> {
    return this.summary.report(tenant, request);
  }
}
