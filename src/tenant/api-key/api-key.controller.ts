import { Body, Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audit-context.interceptor.js';
import { Actor, ForTenantAdminInPerson } from '../../core/auth/access.decorator.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import type { JsonText } from '../../core/http/json-text.js';
import { Answers, AnswersNothing, AnswersPage } from '../../core/http/openapi.decorators.js';
import { type Page, PageRequest } from '../../core/http/page.js';
import { CurrentTenant } from '../current-tenant.decorator.js';
import type { Tenant } from '../tenant.entity.js';
import { ApiKeyAnswer, CreateApiKeyRequest, NewApiKeyAnswer, RotateApiKeyRequest } from './api-key.dto.js';
import { ApiKeyService } from './api-key.service.js';

@ApiTags('API keys')
@Controller('api-keys')
@ForTenantAdminInPerson()
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get()
  @AnswersPage(ApiKeyAnswer, 'List API keys')
  list(
    @CurrentTenant() tenant: Tenant,
    @Query() request: PageRequest,
  ): Promise<JsonText<Page<ApiKeyAnswer>>> {
    return this.keys.list(tenant, request);
  }

  @Post()
  @Audited()
  @Header('Cache-Control', 'no-store')
  @Answers(201, NewApiKeyAnswer, 'Create an API key. It is shown only in this response', 409)
  create(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Body() request: CreateApiKeyRequest,
  ): Promise<NewApiKeyAnswer> {
    return this.keys.create(tenant, request, actor);
  }

  @Delete(':id')
  @Audited()
  @AnswersNothing('Revoke an API key with immediate effect', 404)
  revoke(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<void> {
    return this.keys.revoke(tenant, id);
  }

  @Post(':id/rotate')
  @Audited()
  @Header('Cache-Control', 'no-store')
  @Answers(201, NewApiKeyAnswer, 'Rotate an API key. The old one stays valid for a while', 404, 409)
  rotate(
    @CurrentTenant() tenant: Tenant,
    @Actor() actor: string,
    @Param('id', IdPipe) id: string,
    @Body() { overlap_seconds }: RotateApiKeyRequest,
  ): Promise<NewApiKeyAnswer> {
    return this.keys.rotate(tenant, id, overlap_seconds, actor);
  }
}
