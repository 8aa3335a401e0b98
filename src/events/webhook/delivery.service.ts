import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import type { NumberedEvent } from '../../core/outbox/event-order.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { wants } from './subscription.js';
import type { DeliveryAnswer, ListDeliveriesRequest, ReplayAnswer, ReplayRequest } from './webhook.dto.js';
import { emptyRange, rangeTooLong, webhookInactive, webhookNotFound } from './webhook.errors.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';

/** The most events that one call sends again. */
const MAX_REPLAY = 10_000;

/** Makes deliveries: of every event, and those that an admin asks for. */
@Injectable()
export class DeliveryService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly query: WebhookQuery,
    private readonly drain: EventDrainService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.drain.subscribe((tx, events) => this.deliver(tx, events));
  }

  /** Makes the deliveries of events in the transaction that gives these their place: none is forgotten, none made twice. */
  private async deliver(tx: Transaction, events: readonly NumberedEvent[]): Promise<void> {
    const subscribers = await this.deliveries.subscribers(tx);
    const made = subscribers.flatMap(({ id: endpointId, events: wanted }) =>
      events.filter(({ type }) => wants(wanted, type)).map(({ id: eventId }) => ({ endpointId, eventId })),
    );
    this.deliveries.insert(tx, 'event', this.clock.now(), made);
  }

  /** Sends an event of type `webhook.test`. @throws DomainError `webhook_not_found`, `webhook_inactive` */
  async test(tenantId: string, id: string): Promise<ReplayAnswer> {
    return this.send(tenantId, id, (tx) => {
      this.deliveries.insert(tx, 'test', this.clock.now(), [{ endpointId: id, eventId: null }]);
      return Promise.resolve(1);
    });
  }

  /**
   * Sends the events of a range again, those that the endpoint wants, under the ids they had.
   * @throws DomainError `webhook_not_found`, `webhook_inactive`, `validation_failed` for a range that is empty or too long
   */
  async replay(
    tenantId: string,
    id: string,
    { from_sequence: from, to_sequence: to = from + MAX_REPLAY - 1 }: ReplayRequest,
  ): Promise<ReplayAnswer> {
    if (to < from) throw emptyRange();
    if (to - from >= MAX_REPLAY) throw rangeTooLong(MAX_REPLAY);
    return this.send(tenantId, id, async (tx) => {
      const events = await this.deliveries.eventsOf(tx, id, from, to);
      const again = events.map((eventId) => ({ endpointId: id, eventId }));
      this.deliveries.insert(tx, 'replay', this.clock.now(), again);
      return again.length;
    });
  }

  /** @throws DomainError `webhook_not_found` */
  async list(
    tenantId: string,
    id: string,
    request: ListDeliveriesRequest,
  ): Promise<JsonText<Page<DeliveryAnswer>>> {
    await this.expectThere(tenantId, id);
    return this.query.deliveries(tenantId, id, request);
  }

  private async expectThere(tenantId: string, id: string): Promise<void> {
    if ((await this.query.byId(tenantId, id)) === undefined) throw webhookNotFound();
  }

  private async send(
    tenantId: string,
    id: string,
    make: (tx: Transaction) => Promise<number>,
  ): Promise<ReplayAnswer> {
    const deliveries = await this.unitOfWork.run(tenantId, async (tx) => {
      await this.drain.drainWithin(tx); // in this order of locks, which is that of every run that numbers
      const endpoint = await this.endpoints.lock(tx, id);
      if (endpoint === undefined) throw webhookNotFound();
      if (!endpoint.active) throw webhookInactive();
      return make(tx);
    });
    return { deliveries };
  }
}
