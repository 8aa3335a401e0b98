import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../tenant/audit/audit-context.interceptor.js';
import { ForTenantAdmin, ForTenantAdminInPerson } from '../../core/auth/access.decorator.js';
import { IdPipe } from '../../core/http/id.pipe.js';
import type { JsonText } from '../../core/http/json-text.js';
import { Answers, AnswersNothing, AnswersPage } from '../../core/http/openapi.decorators.js';
import { type Page, PageRequest } from '../../core/http/page.js';
import { BulkRoute } from '../../tenant/bulk.guard.js';
import { CurrentTenant } from '../../tenant/current-tenant.decorator.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { ChecksUrl, BodyUrlRefusal } from './checked-url.guard.js';
import { DeliveryService } from './delivery.service.js';
import type { UrlRefusal } from './webhook-target.js';
import {
  CreateWebhookRequest,
  DeliveryAnswer,
  ListDeliveriesRequest,
  ReplayAnswer,
  ReplayRequest,
  UpdateWebhookRequest,
  WebhookAnswer,
  WebhookSecretAnswer,
} from './webhook.dto.js';
import { WebhookService } from './webhook.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhookController {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly deliveries: DeliveryService,
  ) {}

  @Get()
  @ForTenantAdmin()
  @AnswersPage(WebhookAnswer, 'List webhooks')
  list(
    @CurrentTenant() { id }: Tenant,
    @Query() request: PageRequest,
  ): Promise<JsonText<Page<WebhookAnswer>>> {
    return this.webhooks.list(id, request);
  }

  @Post()
  @Audited()
  @ChecksUrl()
  @ForTenantAdminInPerson()
  @Answers(201, WebhookSecretAnswer, 'Create a webhook. Its secret is shown only in this response', 409)
  create(
    @CurrentTenant() { id }: Tenant,
    @Body() request: CreateWebhookRequest,
    @BodyUrlRefusal() refusal: UrlRefusal | undefined,
  ): Promise<WebhookSecretAnswer> {
    return this.webhooks.create(id, request, refusal);
  }

  @Get(':id')
  @ForTenantAdmin()
  @Answers(200, WebhookAnswer, 'Get a webhook', 404)
  get(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<WebhookAnswer> {
    return this.webhooks.get(tenant.id, id);
  }

  @Patch(':id')
  @Audited()
  @ChecksUrl()
  @ForTenantAdmin('by_method', { inPerson: ['url'] })
  @Answers(200, WebhookAnswer, 'Update a webhook. Deactivating it discards its pending deliveries', 404)
  update(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateWebhookRequest,
    @BodyUrlRefusal() refusal: UrlRefusal | undefined,
  ): Promise<WebhookAnswer> {
    return this.webhooks.update(tenant.id, id, request, refusal);
  }

  @Delete(':id')
  @Audited()
  @ForTenantAdmin()
  @AnswersNothing('Delete a webhook and its deliveries', 404)
  remove(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<void> {
    return this.webhooks.remove(tenant.id, id);
  }

  @Post(':id/test')
  @ForTenantAdminInPerson()
  @Answers(200, ReplayAnswer, 'Send a test event of type webhook.test', 404, 409)
  test(@CurrentTenant() tenant: Tenant, @Param('id', IdPipe) id: string): Promise<ReplayAnswer> {
    return this.deliveries.test(tenant.id, id);
  }

  @Post(':id/rotate-secret')
  @Audited()
  @ForTenantAdminInPerson()
  @Answers(
    200,
    WebhookSecretAnswer,
    'Rotate the secret. For 24 hours, deliveries are signed with the old secret, too',
    404,
  )
  rotateSecret(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
  ): Promise<WebhookSecretAnswer> {
    return this.webhooks.rotateSecret(tenant.id, id);
  }

  @Post(':id/replay')
  @ForTenantAdminInPerson()
  @BulkRoute()
  @Answers(200, ReplayAnswer, 'Replay a range of events', 404, 409)
  replay(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Body() request: ReplayRequest,
  ): Promise<ReplayAnswer> {
    return this.deliveries.replay(tenant.id, id, request);
  }

  @Get(':id/deliveries')
  @ForTenantAdmin()
  @AnswersPage(DeliveryAnswer, 'List deliveries and their results', 404)
  deliveriesOf(
    @CurrentTenant() tenant: Tenant,
    @Param('id', IdPipe) id: string,
    @Query() request: ListDeliveriesRequest,
  ): Promise<JsonText<Page<DeliveryAnswer>>> {
    return this.deliveries.list(tenant.id, id, request);
  }
}
