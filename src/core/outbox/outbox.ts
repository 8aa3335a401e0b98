import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { EventNotifierService } from './event-notifier.service.js';
import type { EventType } from './event-type.js';
import { OutboxEvent } from './outbox-event.entity.js';

export interface DomainEvent {
  readonly type: EventType;
  /** Ids and numbers only. Personal data is looked up by id, so that it can be erased in one place. */
  readonly data: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Outbox {
  constructor(private readonly notifier: EventNotifierService) {}

  /** Appends events in the transaction of the change, so that both are committed or neither is. */
  append(tx: Transaction, at: Date, ...events: DomainEvent[]): void {
    tx.insert(
      OutboxEvent,
      events.map(({ type, data }) => ({ id: newId('evt'), type, data, createdAt: at })),
    );
    tx.afterCommit(() => {
      this.notifier.notify(tx.tenantId);
    });
  }
}
