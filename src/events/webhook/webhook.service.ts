import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { omitUndefined } from '../../common/omit-undefined.js';
import { newId } from '../../common/ids.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page, PageRequest } from '../../core/http/page.js';
import { WebhookSignerService } from './webhook-signer.service.js';
import type {
  CreateWebhookRequest,
  UpdateWebhookRequest,
  WebhookAnswer,
  WebhookSecretAnswer,
} from './webhook.dto.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';
import type { UrlRefusal } from './webhook-target.js';
import { tooManyWebhooks, urlRefused, webhookNotFound } from './webhook.errors.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';

/** The maximum number of endpoints of a tenant. Every event may be sent to all of them. */
const MAX_WEBHOOKS = 20;
/** The time after a rotation during which deliveries are signed with the old secret, too, so that the receiver can switch. */
const OVERLAP_MS = 24 * 60 * 60_000;

/** Manages the webhook endpoints of a tenant. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookRepository,
    private readonly query: WebhookQuery,
    private readonly signer: WebhookSignerService,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates an endpoint.
   * @param refusal the reason why webhooks must not be sent to the request's `url`, if there is one
   * @throws DomainError `too_many_webhooks`, `validation_failed` for a refused URL
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
    await this.change(tenantId, id, 'webhook.created', async (tx, { at }) => {
      const endpoint = { id, url, events, description, active, secret: sealed, createdAt: at };
      const unchanged = { disabledReason: null, previousSecret: null, previousSecretUntil: null };
      const inserted = await this.endpoints.insertUpTo(tx, MAX_WEBHOOKS, { ...endpoint, ...unchanged });
      if (!inserted) throw tooManyWebhooks(MAX_WEBHOOKS);
    });
    return Object.assign(await this.get(tenantId, id), { secret });
  }

  /**
   * Changes an endpoint. Deactivating it discards its pending deliveries.
   * @throws DomainError `webhook_not_found`, `validation_failed` for a refused URL
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
      await this.change(tenantId, id, 'webhook.updated', async (tx, { endpoint }) => {
        const { active } = existing(endpoint);
        const enabled = changes.active === undefined ? {} : { disabledReason: null };
        await this.endpoints.update(tx, id, { ...changes, ...enabled });
        if (!(changes.active ?? active)) await this.endpoints.discardPending(tx, id);
      });
    }
    return this.get(tenantId, id);
  }

  /**
   * Deletes an endpoint and its deliveries.
   * @throws DomainError `webhook_not_found`
   */
  async remove(tenantId: string, id: string): Promise<void> {
    await this.change(tenantId, id, 'webhook.deleted', async (tx) => {
      if (!(await this.endpoints.delete(tx, id))) throw webhookNotFound();
    });
  }

  /**
   * Replaces the secret. For 24 hours, deliveries are signed with the old secret, too.
   * @throws DomainError `webhook_not_found`
   */
  async rotateSecret(tenantId: string, id: string): Promise<WebhookSecretAnswer> {
    const { secret, sealed } = this.signer.newSecret();
    await this.change(tenantId, id, 'webhook.secret_rotated', async (tx, { at, endpoint }) => {
      const previousSecretUntil = new Date(at.getTime() + OVERLAP_MS);
      const previous = { previousSecret: existing(endpoint).secret, previousSecretUntil };
      await this.endpoints.update(tx, id, { ...previous, secret: sealed });
    });
    return Object.assign(await this.get(tenantId, id), { secret });
  }

  /**
   * Returns an endpoint.
   * @throws DomainError `webhook_not_found`
   */
  async get(tenantId: string, id: string): Promise<WebhookAnswer> {
    const endpoint = await this.query.byId(tenantId, id);
    if (endpoint === undefined) throw webhookNotFound();
    return endpoint;
  }

  list(tenantId: string, request: PageRequest): Promise<JsonText<Page<WebhookAnswer>>> {
    return this.query.page(tenantId, request);
  }

  /** Locks the endpoint, applies a change, and records the state before and after in the audit log. */
  private change(
    tenantId: string,
    id: string,
    action: AuditAction,
    apply: (tx: Transaction, before: { at: Date; endpoint: WebhookEndpoint | undefined }) => Promise<void>,
  ): Promise<void> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenantId, async (tx) => {
      const endpoint = await this.endpoints.lock(tx, id);
      const before = await this.query.byId(tenantId, id, tx);
      await apply(tx, { at, endpoint });
      const after = await this.query.byId(tenantId, id, tx);
      this.audit.record(tx, at, action, { targetId: id, before, after });
    });
  }
}

function existing(endpoint: WebhookEndpoint | undefined): WebhookEndpoint {
  if (endpoint === undefined) throw webhookNotFound();
  return endpoint;
}
