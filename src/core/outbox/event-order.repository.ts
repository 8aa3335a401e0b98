import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

/** An event with its sequence number. */
export interface NumberedEvent {
  readonly id: string;
  readonly type: string;
}

/** The number of events numbered in one transaction. */
export const NUMBERING_BATCH = 500;

const ENSURE_POSITION = {
  name: 'event_position_ensure',
  text: 'insert into event_position (tenant_id, last_sequence) values ($1, 0) on conflict (tenant_id) do nothing',
};

const LOCK_POSITION = {
  name: 'event_position_lock',
  text: 'select from event_position where tenant_id = $1 for update',
};

const TRY_LOCK_POSITION = {
  name: 'event_position_try_lock',
  text: 'select from event_position where tenant_id = $1 for update skip locked',
};

/**
 * Runs after the lock as a separate statement, so it sees the numbers that the previous holder assigned. Events that
 * are not committed yet get a later number, even if their time is earlier.
 */
const NUMBER = {
  name: 'event_number',
  text: `
    with waiting as (
      select id, row_number() over (order by created_at, id) as place
        from (select id, created_at
                from outbox_event
               where tenant_id = $1 and sequence is null
               order by created_at, id
               limit ${NUMBERING_BATCH}) first),
    position as (
      update event_position
         set last_sequence = last_sequence + (select count(*) from waiting)
       where tenant_id = $1
      returning last_sequence - (select count(*) from waiting) as last_sequence)
    update outbox_event event
       set sequence = position.last_sequence + waiting.place
      from waiting, position
     where event.tenant_id = $1 and event.id = waiting.id
    returning event.id, event.type`,
};

/** Assigns sequence numbers to a tenant's events. */
@Injectable()
export class EventOrderRepository {
  /** Blocks other numbering of the tenant's events until the transaction ends. */
  lock(tx: Transaction): void {
    tx.queue(ENSURE_POSITION, [tx.tenantId]);
    tx.queue(LOCK_POSITION, [tx.tenantId]);
  }

  /**
   * Takes the lock if it is free.
   * @returns false when another transaction holds it
   */
  async tryLock(tx: Transaction): Promise<boolean> {
    tx.queue(ENSURE_POSITION, [tx.tenantId]);
    return (await tx.query(TRY_LOCK_POSITION, [tx.tenantId])).length === 1;
  }

  /** Numbers the oldest events that have no number yet. Requires the lock. */
  number(tx: Transaction): Promise<NumberedEvent[]> {
    return tx.query<NumberedEvent>(NUMBER, [tx.tenantId]);
  }
}
