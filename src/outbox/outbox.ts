import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Transaction } from '../database/transaction.js';
import { OutboxEvent } from './outbox-event.entity.js';

/** Every fact that the product tells others about. */
export type EventType =
  | 'config.updated'
  | 'customer.created'
  | 'customer.updated'
  | 'customer.enrolled'
  | 'promo.created'
  | 'promo.updated'
  | 'promo.deleted'
  | 'promo.redeemed'
  | 'referral.created'
  | 'referral.qualified'
  | 'referral.rejected'
  | 'referral.reversed'
  | 'reward.available'
  | 'reward.applied'
  | 'reward.returned'
  | 'reward.withheld'
  | 'reward.expired'
  | 'reward.voided'
  | 'reward.reversed'
  | 'reward.recovered'
  | 'redemption.applied'
  | 'redemption.reversed'
  | 'credit.adjusted'
  | 'api_key.created'
  | 'api_key.revoked'
  | 'api_key.rotated'
  | 'security.guessing_suspected'
  | 'abuse_rules.updated'
  | 'review.opened'
  | 'review.approved'
  | 'review.rejected';

export interface DomainEvent {
  readonly type: EventType;
  /** Ids and numbers; personal data is looked up by id, so that it can be erased in one place. */
  readonly data: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Outbox {
  /** Commits or vanishes with the change it speaks of, because it rides in the same transaction. */
  append(tx: Transaction, at: Date, ...events: DomainEvent[]): void {
    tx.insert(
      OutboxEvent,
      events.map(({ type, data }) => ({ id: newId('evt'), type, data, createdAt: at })),
    );
  }
}
