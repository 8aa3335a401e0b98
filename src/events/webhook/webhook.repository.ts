import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { EventOrderRepository } from '../../core/outbox/event-order.repository.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';

/** Nobody makes a delivery for it before the transaction ends: that takes a key-share lock. */
const LOCK = {
  name: 'webhook_lock',
  text: 'select from webhook_endpoint where tenant_id = $1 and id = $2 for update',
};

@Injectable()
export class WebhookRepository {
  constructor(private readonly order: EventOrderRepository) {}

  /** Inserts an endpoint unless the tenant has as many as it may have: then nothing is written. @returns whether it did */
  async insertWithin(
    tx: Transaction,
    most: number,
    endpoint: Omit<WebhookEndpoint, 'tenantId'>,
  ): Promise<boolean> {
    this.order.lock(tx); // so that two who count at once count one after the other
    if ((await tx.count(WebhookEndpoint, {})) >= most) return false;
    tx.insert(WebhookEndpoint, endpoint);
    return true;
  }

  /** Changes an endpoint that is locked. */
  async update(tx: Transaction, id: string, changes: Partial<WebhookEndpoint>): Promise<void> {
    await tx.update(WebhookEndpoint, { id }, changes);
  }

  /** Locks an endpoint and its deliveries until the transaction ends, and reads it; undefined when there is none. */
  lock(tx: Transaction, id: string): Promise<WebhookEndpoint | undefined> {
    tx.queue(LOCK, [tx.tenantId, id]);
    return tx.findOne(WebhookEndpoint, { id });
  }

  /** Discards what waits: it is not sent any more. */
  async discardPending(tx: Transaction, endpointId: string): Promise<void> {
    const discarded = { status: 'discarded', nextAttemptAt: null, leasedUntil: null } as const;
    await tx.update(WebhookDelivery, { endpointId, status: 'pending' }, discarded);
  }

  /** Switches an endpoint off, once. @returns false when it was off already */
  async disable(tx: Transaction, id: string, disabledReason: 'gone'): Promise<boolean> {
    return (await tx.update(WebhookEndpoint, { id, active: true }, { active: false, disabledReason })) === 1;
  }

  /** Deletes an endpoint that is locked, and what was ever sent there. @returns false when there is none */
  async delete(tx: Transaction, id: string): Promise<boolean> {
    await tx.delete(WebhookDelivery, { endpointId: id });
    return (await tx.delete(WebhookEndpoint, { id })) === 1;
  }
}
