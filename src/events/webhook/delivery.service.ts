import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import type { NumberedEvent } from '../../core/outbox/event-order.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { includesEvent } from './subscription.js';
import type { DeliveryAnswer, ListDeliveriesRequest, ReplayAnswer, ReplayRequest } from './webhook.dto.js';
import { emptyRange, rangeTooLong, webhookInactive, webhookNotFound } from './webhook.errors.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';

/** The maximum range of events in one replay. */
const MAX_REPLAY = 10_000;

/** Creates deliveries: for every event, and for replays and tests. */
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

  /** Creates the deliveries of events in the transaction that numbers the events, so that none is lost or duplicated. */
  private async deliver(tx: Transaction, events: readonly NumberedEvent[]): Promise<void> {
    const subscribers = await this.deliveries.subscribers(tx);
    const deliveries = subscribers.flatMap(({ id: endpointId, events: subscription }) =>
      events
        .filter(({ type }) => includesEvent(subscription, type))
        .map(({ id: eventId }) => ({ endpointId, eventId })),
    );
    this.deliveries.insert(tx, 'event', this.clock.now(), deliveries);
  }

  /**
   * Sends an event of type `webhook.test`.
   * @throws DomainError `webhook_not_found`, `webhook_inactive`
   */
  async test(tenantId: string, id: string): Promise<ReplayAnswer> {
    return this.send(tenantId, id, (tx) => {
      this.deliveries.insert(tx, 'test', this.clock.now(), [{ endpointId: id, eventId: null }]);
      return Promise.resolve(1);
    });
  }

  /**
   * Sends the events of a range again under their original ids, if the endpoint is subscribed to them.
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
      const events = await this.deliveries.eventIdsToReplay(tx, id, from, to);
      const again = events.map((eventId) => ({ endpointId: id, eventId }));
      this.deliveries.insert(tx, 'replay', this.clock.now(), again);
      return again.length;
    });
  }

  /**
   * Lists the deliveries of an endpoint.
   * @throws DomainError `webhook_not_found`
   */
  async list(
    tenantId: string,
    id: string,
    request: ListDeliveriesRequest,
  ): Promise<JsonText<Page<DeliveryAnswer>>> {
    await this.requireExisting(tenantId, id);
    return this.query.deliveries(tenantId, id, request);
  }

  private async requireExisting(tenantId: string, id: string): Promise<void> {
    if ((await this.query.byId(tenantId, id)) === undefined) throw webhookNotFound();
  }

  private async send(
    tenantId: string,
    id: string,
    insert: (tx: Transaction) => Promise<number>,
  ): Promise<ReplayAnswer> {
    const deliveries = await this.unitOfWork.run(tenantId, async (tx) => {
      await this.drain.drainWithin(tx); // first, because every transaction that numbers events takes the locks in this order
      const endpoint = await this.endpoints.lock(tx, id);
      if (endpoint === undefined) throw webhookNotFound();
      if (!endpoint.active) throw webhookInactive();
      return insert(tx);
    });
    return { deliveries };
  }
}
