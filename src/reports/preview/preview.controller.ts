import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { Answers, ReadsOnly } from '../../core/http/openapi.decorators.js';
import { SaveConfigRequest } from '../../config/config.dto.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { PreviewAnswer } from './preview.dto.js';
import { PreviewService } from './preview.service.js';

@ApiTags('Referral program')
@Controller('referrals/config')
@ForTenantAdmin()
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post('preview')
  @ReadsOnly()
  @BulkRoute()
  @Answers(200, PreviewAnswer, 'Preview the cost of changed terms in the last 90 days. Nothing is saved')
  preview(@CurrentTenant() tenant: Tenant, @Body() request: SaveConfigRequest): Promise<PreviewAnswer> {
    return this.previews.preview(tenant, request);
  }
}
