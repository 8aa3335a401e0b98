import { Injectable } from '@nestjs/common';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import { utc } from '../../core/database/statement.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { DeliveryAnswer, ListDeliveriesRequest, WebhookAnswer } from './webhook.dto.js';

/** Does not contain the secrets. */
const WEBHOOK = `
  json_build_object('id', page.id, 'url', page.url, 'events', page.events, 'description', page.description,
                    'active', page.active, 'disabled_reason', page.disabled_reason,
                    'previous_secret_until', ${utc('page.previous_secret_until')},
                    'created_at', ${utc('page.created_at')})`;

const BY_ID = {
  name: 'webhook_by_id',
  text: `select ${WEBHOOK} as webhook from webhook_endpoint as page where tenant_id = $1 and id = $2`,
};

const WEBHOOKS = { name: 'webhook_page', table: 'webhook_endpoint', item: WEBHOOK, filters: {} };

const DELIVERIES = {
  name: 'webhook_delivery_page',
  table: 'webhook_delivery',
  item: `
    json_build_object('id', page.id, 'event_id', coalesce(page.event_id, page.id),
                      'type', coalesce(event.type, 'webhook.test'), 'sequence', event.sequence,
                      'kind', page.kind, 'status', page.status, 'attempts', page.attempts,
                      'next_attempt_at', ${utc('page.next_attempt_at')},
                      'last_attempt_at', ${utc('page.last_attempt_at')},
                      'last_status', page.last_status, 'last_error', page.last_error,
                      'created_at', ${utc('page.created_at')})`,
  joins: 'left join outbox_event event on event.tenant_id = page.tenant_id and event.id = page.event_id',
  filters: { endpoint: 'endpoint_id = ?', status: 'status = ?' },
};

/** Uses the partial index of pending deliveries. */
const ANY_DUE = {
  name: 'webhook_any_due',
  text: `
    select exists (select from webhook_delivery
                    where tenant_id = $1 and status = 'pending' and next_attempt_at <= $2::timestamptz
                      and (leased_until is null or leased_until <= $2::timestamptz)) as any`,
};

@Injectable()
export class WebhookQuery {
  constructor(
    private readonly reader: TenantReader,
    private readonly lists: TenantLists,
  ) {}

  async byId(tenantId: string, id: string, tx?: Transaction): Promise<WebhookAnswer | undefined> {
    return (await this.reader.row<{ webhook: WebhookAnswer }>(tenantId, BY_ID, [tenantId, id], tx))?.webhook;
  }

  page(tenantId: string, request: PageRequest): Promise<JsonText<Page<WebhookAnswer>>> {
    return this.lists.page(tenantId, WEBHOOKS, request);
  }

  deliveries(
    tenantId: string,
    endpoint: string,
    request: ListDeliveriesRequest,
  ): Promise<JsonText<Page<DeliveryAnswer>>> {
    return this.lists.page(tenantId, DELIVERIES, request, { endpoint });
  }

  /** Returns true if the tenant has a due delivery that no process has claimed. */
  async anyDue(tenantId: string, at: Date): Promise<boolean> {
    return (await this.reader.row<{ any: boolean }>(tenantId, ANY_DUE, [tenantId, at]))?.any ?? false;
  }
}
