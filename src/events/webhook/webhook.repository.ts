import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { EventOrderRepository } from '../../core/outbox/event-order.repository.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

const COUNT = {
  name: 'webhook_count',
  text: 'select count(*)::int as count from webhook_endpoint where tenant_id = $1',
};

/** What is null stays as it is, but for the description, which may become null. */
const UPDATE = {
  name: 'webhook_update',
  text: `
    update webhook_endpoint
       set url = coalesce($3, url),
           events = coalesce($4::jsonb, events),
           description = case when $5::boolean then $6 else description end,
           active = coalesce($7::boolean, active),
           disabled_reason = case when $7::boolean then null else disabled_reason end
     where tenant_id = $1 and id = $2
    returning active`,
};

const ROTATE = {
  name: 'webhook_rotate_secret',
  text: `
    update webhook_endpoint
       set previous_secret = secret, previous_secret_until = $4::timestamptz, secret = $3
     where tenant_id = $1 and id = $2
    returning id`,
};

/** Nobody makes a delivery for it before the transaction ends: that takes a key-share lock. */
const LOCK = {
  name: 'webhook_lock',
  text: 'select active from webhook_endpoint where tenant_id = $1 and id = $2 for update',
};

const DISCARD = {
  name: 'webhook_discard_pending',
  text: `
    update webhook_delivery set status = 'discarded', next_attempt_at = null, leased_until = null
     where tenant_id = $1 and endpoint_id = $2 and status = 'pending'`,
};

const DISABLE = {
  name: 'webhook_disable',
  text: `
    update webhook_endpoint set active = false, disabled_reason = $3
     where tenant_id = $1 and id = $2 and active
    returning id`,
};

/** What an admin changes of an endpoint. */
export interface WebhookChanges {
  readonly url?: string;
  readonly events?: readonly string[];
  readonly description?: string | null;
  readonly active?: boolean;
}

@Injectable()
export class WebhookRepository {
  constructor(private readonly order: EventOrderRepository) {}

  /** False, and nothing is written, when the tenant has as many as it may have. */
  async insertWithin(
    tx: Transaction,
    most: number,
    endpoint: Omit<WebhookEndpoint, 'tenantId'>,
  ): Promise<boolean> {
    this.order.lock(tx); // so that two who count at once count one after the other
    const [counted] = await tx.query<{ count: number }>(COUNT, [tx.tenantId]);
    if ((counted?.count ?? 0) >= most) return false;
    tx.insert(WebhookEndpoint, endpoint);
    return true;
  }

  /** @returns whether it is active then; undefined when there is none */
  async update(tx: Transaction, id: string, changes: WebhookChanges): Promise<boolean | undefined> {
    const { url = null, events, description, active = null } = changes;
    const types = events === undefined ? null : JSON.stringify(events);
    const values = [tx.tenantId, id, url, types, description !== undefined, description ?? null, active];
    const [updated] = await tx.query<{ active: boolean }>(UPDATE, values);
    return updated?.active;
  }

  /** @returns false when there is none */
  async rotateSecret(tx: Transaction, id: string, sealed: string, previousUntil: Date): Promise<boolean> {
    return (await tx.query(ROTATE, [tx.tenantId, id, sealed, previousUntil])).length === 1;
  }

  /** Keeps its deliveries as they are until the transaction ends; undefined when there is none. */
  async lock(tx: Transaction, id: string): Promise<{ active: boolean } | undefined> {
    const [endpoint] = await tx.query<{ active: boolean }>(LOCK, [tx.tenantId, id]);
    return endpoint;
  }

  /** What waits is not sent any more. */
  discardPending(tx: Transaction, id: string): void {
    tx.queue(DISCARD, [tx.tenantId, id]);
  }

  /** @returns false when it was off already */
  async disable(tx: Transaction, id: string, reason: 'gone'): Promise<boolean> {
    return (await tx.query(DISABLE, [tx.tenantId, id, reason])).length === 1;
  }

  /** Removes it, behind its lock, and what was ever sent there. @returns false when there is none */
  async delete(tx: Transaction, id: string): Promise<boolean> {
    await tx.delete(WebhookDelivery, { endpointId: id });
    return (await tx.delete(WebhookEndpoint, { id })) === 1;
  }
}
