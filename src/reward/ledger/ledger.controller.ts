import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForTenantAdmin } from '../../core/auth/access.decorator.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { VerificationAnswer } from './ledger.dto.js';
import { LedgerService } from './ledger.service.js';

@ApiTags('Credit')
@Controller('ledger')
@ForTenantAdmin()
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get('verify')
  @BulkRoute()
  @Answers(200, VerificationAnswer, 'Verify the credit ledger and return the first entry that fails')
  verify(@CurrentTenant() tenant: Tenant): Promise<VerificationAnswer> {
    return this.ledger.verify(tenant.id);
  }
}
