import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { utc } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { Attempt } from './webhook-sender.service.js';
import { type DeliveryKind, type DeliveryStatus, WebhookDelivery } from './webhook-delivery.entity.js';

/** Calls under way to one endpoint, and to all of a tenant's, however many processes there are. */
const MOST_AT_ENDPOINT = 4;
const MOST_OF_TENANT = 20;

/** An event as it is sent: that of the feed, and when it happened under the name that Standard Webhooks gives it. */
export interface Payload {
  readonly id: string;
  /** Null for a test, which has no place among the facts. */
  readonly sequence: number | null;
  readonly type: string;
  readonly created_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A delivery that this process has for itself for a while, and all that the call needs. */
export interface Claimed extends Payload {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly attempts: number;
  readonly url: string;
  /** Sealed, like the one before it, which is null when it does not sign any more. */
  readonly secret: string;
  readonly previous_secret: string | null;
}

const SUBSCRIBERS = {
  name: 'webhook_subscribers',
  text: `
    select id, events from webhook_endpoint where tenant_id = $1 and active order by id for key share`,
};

/** Puts those who claim a tenant's deliveries in a row: each counts what the one before it took. */
const LOCK_ENDPOINTS = {
  name: 'webhook_lock_endpoints',
  text: 'select from webhook_endpoint where tenant_id = $1 and active order by id for no key update',
};

/** What is due, the longest first, as far as its endpoint and its tenant have room for another call. */
const CLAIM = {
  name: 'webhook_claim',
  text: `
    with under_way as (
      select endpoint_id, count(*) as calls
        from webhook_delivery
       where tenant_id = $1 and status = 'pending' and leased_until > $2::timestamptz
       group by endpoint_id),
    due as (
      select delivery.id
        from webhook_endpoint endpoint
        left join under_way on under_way.endpoint_id = endpoint.id
        cross join lateral (
          select id, next_attempt_at
            from webhook_delivery
           where tenant_id = $1 and endpoint_id = endpoint.id and status = 'pending'
             and next_attempt_at <= $2::timestamptz
             and (leased_until is null or leased_until <= $2::timestamptz)
           order by next_attempt_at, id
           limit greatest(${MOST_AT_ENDPOINT} - coalesce(under_way.calls, 0), 0)) delivery
       where endpoint.tenant_id = $1 and endpoint.active
       order by delivery.next_attempt_at, delivery.id
       limit greatest(${MOST_OF_TENANT} - (select coalesce(sum(calls), 0) from under_way), 0)),
    claimed as (
      update webhook_delivery delivery
         set attempts = attempts + 1, leased_until = $3::timestamptz, last_attempt_at = $2::timestamptz
        from due
       where delivery.tenant_id = $1 and delivery.id = due.id
      returning delivery.*)
    select claimed.id as delivery_id, claimed.endpoint_id, claimed.attempts, endpoint.url, endpoint.secret,
           case when endpoint.previous_secret_until > $2::timestamptz then endpoint.previous_secret end as previous_secret,
           coalesce(event.id, claimed.id) as id, event.sequence, coalesce(event.type, 'webhook.test') as type,
           ${utc('coalesce(event.created_at, claimed.created_at)')} as created_at,
           coalesce(event.data, jsonb_build_object('webhook_id', claimed.endpoint_id)) as data
      from claimed
      join webhook_endpoint endpoint on endpoint.tenant_id = $1 and endpoint.id = claimed.endpoint_id
      left join outbox_event event on event.tenant_id = $1 and event.id = claimed.event_id
     order by event.sequence`,
};

/** Only by the one whose try it was: a call that outlived its lease changes nothing that somebody else has begun. */
const RECORD = {
  name: 'webhook_record',
  text: `
    update webhook_delivery
       set status = $4, next_attempt_at = $5::timestamptz, leased_until = null, last_status = $6, last_error = $7
     where tenant_id = $1 and id = $2 and attempts = $3 and status = 'pending'
    returning id`,
};

const GIVE_BACK = {
  name: 'webhook_give_back',
  text: `
    update webhook_delivery set attempts = attempts - 1, leased_until = null
     where tenant_id = $1 and id = $2 and attempts = $3 and status = 'pending'`,
};

const REPLAYED = {
  name: 'webhook_replayed_events',
  text: `
    select event.id
      from outbox_event event
      join webhook_endpoint endpoint on endpoint.tenant_id = event.tenant_id and endpoint.id = $2
     where event.tenant_id = $1 and event.sequence between $3 and $4
       and (endpoint.events ? '*' or endpoint.events ? event.type)
     order by event.sequence`,
};

/** A job that wakes whoever sends the tenant's deliveries; one a tenant and second is enough. */
const WAKE = {
  name: 'webhook_wake',
  text: `
    select from graphile_worker.add_job('deliver_webhooks', payload := $1::json, run_at := $2::timestamptz,
                                        max_attempts := 3, job_key := $3)`,
};

@Injectable()
export class DeliveryRepository {
  /** Endpoints that are switched on, and stay there until the transaction ends. */
  subscribers(tx: Transaction): Promise<{ id: string; events: string[] }[]> {
    return tx.query(SUBSCRIBERS, [tx.tenantId]);
  }

  /** The events of a range that an endpoint wants. */
  async eventsOf(tx: Transaction, endpointId: string, from: number, to: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(REPLAYED, [tx.tenantId, endpointId, from, to]);
    return rows.map(({ id }) => id);
  }

  /** Makes deliveries that are due at once, and the job that sends them. */
  insert(
    tx: Transaction,
    kind: DeliveryKind,
    at: Date,
    deliveries: readonly { endpointId: string; eventId: string | null }[],
  ): void {
    if (deliveries.length === 0) return;
    tx.insert(
      WebhookDelivery,
      deliveries.map((delivery) => ({ id: newId('dlv'), ...delivery, kind, ...due(at) })),
    );
    this.wake(tx, at, `webhooks:${tx.tenantId}`);
  }

  /** Takes what is due, for as long as a lease; nobody else takes it meanwhile. */
  claim(tx: Transaction, at: Date, leasedUntil: Date): Promise<Claimed[]> {
    tx.queue(LOCK_ENDPOINTS, [tx.tenantId]);
    return tx.query<Claimed>(CLAIM, [tx.tenantId, at, leasedUntil]);
  }

  /** @returns false when it is not this try's any more */
  async record(
    tx: Transaction,
    { delivery_id, attempts }: Claimed,
    { status: lastStatus, error }: Attempt,
    outcome: { status: DeliveryStatus; nextAttemptAt: Date | null },
  ): Promise<boolean> {
    const { status, nextAttemptAt } = outcome;
    const values = [tx.tenantId, delivery_id, attempts, status, nextAttemptAt, lastStatus, error];
    const recorded = await tx.query(RECORD, values);
    if (recorded.length === 1 && nextAttemptAt !== null) this.wakeAt(tx, nextAttemptAt);
    return recorded.length === 1;
  }

  /** Ends a claim as if it had never been. */
  giveBack(tx: Transaction, { delivery_id, attempts }: Claimed, at: Date): void {
    tx.queue(GIVE_BACK, [tx.tenantId, delivery_id, attempts]);
    this.wake(tx, at, `webhooks:${tx.tenantId}`);
  }

  /** At the end of the second, when all is due that has this job in common: the job keeps the last time it is given. */
  private wakeAt(tx: Transaction, at: Date): void {
    const second = Math.ceil(at.getTime() / 1000);
    this.wake(tx, new Date(second * 1000), `webhooks:${tx.tenantId}:${second}`);
  }

  private wake(tx: Transaction, at: Date, key: string): void {
    tx.queue(WAKE, [JSON.stringify({ tenant_id: tx.tenantId }), at, key]);
  }
}

/** Not tried yet. */
const due = (
  at: Date,
): Pick<
  WebhookDelivery,
  Exclude<keyof WebhookDelivery, 'tenantId' | 'id' | 'kind' | 'endpointId' | 'eventId'>
> => ({
  status: 'pending',
  attempts: 0,
  nextAttemptAt: at,
  leasedUntil: null,
  lastAttemptAt: null,
  lastStatus: null,
  lastError: null,
  createdAt: at,
});
