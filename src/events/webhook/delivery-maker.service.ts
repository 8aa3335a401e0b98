import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import type { NumberedEvent } from '../../core/outbox/event-order.repository.js';
import { DeliveryRepository } from './delivery.repository.js';
import { wants } from './subscription.js';

/** Makes the deliveries of every event, in the transaction that gives it its place: none is forgotten, none made twice. */
@Injectable()
export class DeliveryMakerService implements OnModuleInit {
  constructor(
    private readonly drain: EventDrainService,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.drain.subscribe((tx, events) => this.make(tx, events));
  }

  private async make(tx: Transaction, events: readonly NumberedEvent[]): Promise<void> {
    const subscribers = await this.deliveries.subscribers(tx);
    const made = subscribers.flatMap(({ id: endpointId, events: wanted }) =>
      events.filter(({ type }) => wants(wanted, type)).map(({ id: eventId }) => ({ endpointId, eventId })),
    );
    this.deliveries.insert(tx, 'event', this.clock.now(), made);
  }
}
