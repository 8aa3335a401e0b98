import { Injectable } from '@nestjs/common';
import { omitUndefined } from '../../common/omit-undefined.js';
import { newId } from '../../common/ids.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import { EndpointChangeService } from './endpoint-change.service.js';
import { WebhookSignerService } from './webhook-signer.service.js';
import type {
  CreateWebhookRequest,
  UpdateWebhookRequest,
  WebhookAnswer,
  WebhookSecretAnswer,
} from './webhook.dto.js';
import type { UrlRefusal } from './webhook-target.js';
import { tooManyWebhooks, urlRefused, webhookNotFound } from './webhook.errors.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';

/** Each event is sent to each of them. */
const MOST_OF_TENANT = 20;
/** For so long both secrets sign, so that a receiver can change over at its leisure. */
const OVERLAP_MS = 24 * 60 * 60_000;

/** A tenant's endpoints, as the dashboard manages them. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly changes: EndpointChangeService,
    private readonly endpoints: WebhookRepository,
    private readonly query: WebhookQuery,
    private readonly signer: WebhookSignerService,
  ) {}

  /**
   * @param refusal of the request's `url`, if webhooks must not go there
   * @throws DomainError `too_many_webhooks`, `validation_failed` for such an address
   */
  async create(
    tenantId: string,
    request: CreateWebhookRequest,
    refusal: UrlRefusal | undefined,
  ): Promise<WebhookSecretAnswer> {
    if (refusal !== undefined) throw urlRefused(refusal);
    const { url, events, description = null, active = true } = request;
    const { secret, sealed } = this.signer.newSecret();
    const id = newId('whk');
    await this.changes.make(tenantId, id, 'webhook.created', async (tx, createdAt) => {
      const endpoint = {
        id,
        url,
        events: JSON.stringify(events),
        description,
        active,
        secret: sealed,
        createdAt,
      };
      const unchanged = { disabledReason: null, previousSecret: null, previousSecretUntil: null };
      const inserted = await this.endpoints.insertWithin(tx, MOST_OF_TENANT, { ...endpoint, ...unchanged });
      if (!inserted) throw tooManyWebhooks(MOST_OF_TENANT);
    });
    return Object.assign(await this.get(tenantId, id), { secret });
  }

  /**
   * What waits for one that is switched off is discarded.
   * @throws DomainError `webhook_not_found`, `validation_failed` as `create` does
   */
  async update(
    tenantId: string,
    id: string,
    request: UpdateWebhookRequest,
    refusal: UrlRefusal | undefined,
  ): Promise<WebhookAnswer> {
    const changes = omitUndefined(request);
    await this.get(tenantId, id);
    if (refusal !== undefined) throw urlRefused(refusal);
    if (Object.keys(changes).length > 0) {
      await this.changes.make(tenantId, id, 'webhook.updated', async (tx) => {
        const active = await this.endpoints.update(tx, id, changes);
        if (active === undefined) throw webhookNotFound();
        if (!active) this.endpoints.discardPending(tx, id);
      });
    }
    return this.get(tenantId, id);
  }

  /** Removes it with all that was ever sent there. @throws DomainError `webhook_not_found` */
  async remove(tenantId: string, id: string): Promise<void> {
    await this.changes.make(tenantId, id, 'webhook.deleted', async (tx) => {
      if (!(await this.endpoints.delete(tx, id))) throw webhookNotFound();
    });
  }

  /** @throws DomainError `webhook_not_found` */
  async rotateSecret(tenantId: string, id: string): Promise<WebhookSecretAnswer> {
    const { secret, sealed } = this.signer.newSecret();
    await this.changes.make(tenantId, id, 'webhook.secret_rotated', async (tx, at) => {
      const until = new Date(at.getTime() + OVERLAP_MS);
      if (!(await this.endpoints.rotateSecret(tx, id, sealed, until))) throw webhookNotFound();
    });
    return Object.assign(await this.get(tenantId, id), { secret });
  }

  /** @throws DomainError `webhook_not_found` */
  async get(tenantId: string, id: string): Promise<WebhookAnswer> {
    const endpoint = await this.query.byId(tenantId, id);
    if (endpoint === undefined) throw webhookNotFound();
    return endpoint;
  }

  list(tenantId: string, request: PageRequest): Promise<JsonText<Page<WebhookAnswer>>> {
    return this.query.page(tenantId, request);
  }
}
