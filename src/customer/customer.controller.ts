import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../tenant/audit/audit-context.interceptor.js';
import { ForTenantAdmin } from '../core/auth/access.decorator.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import { Answers, AnswersPage } from '../core/http/openapi.decorators.js';
import type { Page } from '../core/http/page.js';
import { CurrentTenant } from '../tenant/current-tenant.decorator.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import {
  CreateCustomerRequest,
  CustomerAnswer,
  ListCustomersRequest,
  UpdateCustomerRequest,
} from './customer.dto.js';
import { CustomerService } from './customer.service.js';

@ApiTags('Customers')
@Controller('customers')
@ForTenantAdmin()
export class CustomerController {
  constructor(private readonly customers: CustomerService) {}

  @Get()
  @AnswersPage(CustomerAnswer, 'List customers')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: ListCustomersRequest,
  ): Promise<JsonText<Page<CustomerAnswer>>> {
    return this.customers.list(tenant.id, request);
  }

  @Post()
  @Audited()
  @Answers(201, CustomerAnswer, 'Create a customer, optionally with an id of your own', 409)
  create(@CurrentTenant() tenant: Tenant, @Body() request: CreateCustomerRequest): Promise<CustomerAnswer> {
    return this.customers.create(tenant.id, request);
  }

  @Get(':id')
  @Answers(200, CustomerAnswer, 'Get a customer', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<CustomerAnswer> {
    return this.customers.get(tenant.id, id);
  }

  @Patch(':id')
  @Audited()
  @Answers(200, CustomerAnswer, 'Update a customer', 404, 409)
  update(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateCustomerRequest,
  ): Promise<CustomerAnswer> {
    return this.customers.update(tenant.id, id, request);
  }
}
