import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import { Actor, CurrentCustomer, ForCustomer, ForTenantAdmin } from '../../core/auth/access.decorator.js';
import type { CustomerPrincipal } from '../../core/auth/principal.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import { Answers } from '../../core/http/openapi.decorators.js';
import { PageRequest } from '../../core/http/page.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { AdjustCreditRequest, CreditStatementAnswer, MyCreditAnswer } from './credit.dto.js';
import { CreditService } from './credit.service.js';

@ApiTags('Credit')
@Controller()
export class CreditController {
  constructor(private readonly credit: CreditService) {}

  @Get('customers/:id/credit')
  @ForTenantAdmin()
  @Answers(200, CreditStatementAnswer, "Get a customer's credit and its ledger entries", 404, 422)
  ofCustomer(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<CreditStatementAnswer> {
    return this.credit.statement(tenant, id, page);
  }

  @Post('customers/:id/credit/adjustments')
  @Audited()
  @ForTenantAdmin()
  @Answers(201, CreditStatementAnswer, 'Grant or take credit', 404)
  adjust(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() request: AdjustCreditRequest,
  ): Promise<CreditStatementAnswer> {
    return this.credit.adjust(tenant, id, request, actor);
  }

  @Get('credit/mine')
  @ForCustomer()
  @Answers(200, MyCreditAnswer, "Get the customer's own credit", 404, 422)
  mine(
    @CurrentTenant() tenant: Tenant,
    @CurrentCustomer() { customerId }: CustomerPrincipal,
    @Query() page: PageRequest,
  ): Promise<MyCreditAnswer> {
    return this.credit.mine(tenant, customerId, page);
  }
}
