import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForPlatform } from '../core/auth/access.decorator.js';
import { Answers, AnswersPage } from '../core/http/openapi.decorators.js';
import { IdPipe } from '../core/http/id.pipe.js';
import type { JsonText } from '../core/http/json-text.js';
import { type Page, PageRequest } from '../core/http/page.js';
import { CreateTenantRequest, TenantAnswer, UpdateTenantRequest } from './tenant.dto.js';
import { TenantService } from './tenant.service.js';

@ApiTags('Tenants')
@Controller('tenants')
@ForPlatform()
export class TenantController {
  constructor(private readonly tenants: TenantService) {}

  @Get()
  @AnswersPage(TenantAnswer, 'List tenants')
  list(@Query() page: PageRequest): Promise<JsonText<Page<TenantAnswer>>> {
    return this.tenants.list(page);
  }

  @Post()
  @Answers(201, TenantAnswer, 'Create a tenant', 409)
  create(@Body() request: CreateTenantRequest): Promise<TenantAnswer> {
    return this.tenants.create(request);
  }

  @Get(':id')
  @Answers(200, TenantAnswer, 'Get a tenant', 404)
  get(@Param('id', IdPipe) id: string): Promise<TenantAnswer> {
    return this.tenants.get(id);
  }

  @Patch(':id')
  @Answers(200, TenantAnswer, 'Rename, suspend or reactivate a tenant', 404)
  update(@Param('id', IdPipe) id: string, @Body() request: UpdateTenantRequest): Promise<TenantAnswer> {
    return this.tenants.update(id, request);
  }
}
