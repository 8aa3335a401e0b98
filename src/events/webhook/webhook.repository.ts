import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { EventOrderRepository } from '../../core/outbox/event-order.repository.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Also prevents new deliveries to the endpoint until the transaction ends, because inserting one takes a key-share lock. */
const LOCK = {
  name: 'webhook_lock',
  text: 'select from webhook_endpoint where tenant_id = $1 and id = $2 for update',
};

@Injectable()
export class WebhookRepository {
  constructor(private readonly order: EventOrderRepository) {}

  /**
   * Inserts an endpoint unless the tenant has `max` already.
   * @returns true if it was inserted
   */
  async insertUpTo(
    tx: Transaction,
    max: number,
    endpoint: Omit<WebhookEndpoint, 'tenantId'>,
  ): Promise<boolean> {
    this.order.lock(tx); // so that concurrent calls count one after the other
    if ((await tx.count(WebhookEndpoint, {})) >= max) return false;
    tx.insert(WebhookEndpoint, endpoint);
    return true;
  }

  /** Updates a locked endpoint. */
  async update(tx: Transaction, id: string, changes: Partial<WebhookEndpoint>): Promise<void> {
    await tx.update(WebhookEndpoint, { id }, changes);
  }

  /** Locks an endpoint and its deliveries until the transaction ends, and returns it; undefined if there is none. */
  lock(tx: Transaction, id: string): Promise<WebhookEndpoint | undefined> {
    tx.queue(LOCK, [tx.tenantId, id]);
    return tx.findOne(WebhookEndpoint, { id });
  }

  /** Discards the pending deliveries of an endpoint. They are not sent. */
  async discardPending(tx: Transaction, endpointId: string): Promise<void> {
    const discarded = { status: 'discarded', nextAttemptAt: null, leasedUntil: null } as const;
    await tx.update(WebhookDelivery, { endpointId, status: 'pending' }, discarded);
  }

  /** Deactivates an endpoint. @returns false if it was inactive already */
  async disable(tx: Transaction, id: string, disabledReason: 'gone'): Promise<boolean> {
    return (await tx.update(WebhookEndpoint, { id, active: true }, { active: false, disabledReason })) === 1;
  }

  /** Deletes a locked endpoint and its deliveries. @returns false if there is none */
  async delete(tx: Transaction, id: string): Promise<boolean> {
    await tx.delete(WebhookDelivery, { endpointId: id });
    return (await tx.delete(WebhookEndpoint, { id })) === 1;
  }
}
