import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { utc } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { Attempt } from './webhook-sender.service.js';
import { type DeliveryKind, type DeliveryStatus, WebhookDelivery } from './webhook-delivery.entity.js';

/** The maximum number of calls in progress to one endpoint, and to all endpoints of a tenant, across all processes. */
const MAX_CALLS_PER_ENDPOINT = 4;
const MAX_CALLS_PER_TENANT = 20;

/** An event as it is sent: the fields of the feed. `payloadText` adds the `timestamp` of Standard Webhooks. */
export interface Payload {
  readonly id: string;
  /** Null for a test, which is not a numbered event. */
  readonly sequence: number | null;
  readonly type: string;
  readonly created_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A delivery that this process has claimed, with everything that the call needs. */
export interface ClaimedDelivery extends Payload {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly attempts: number;
  readonly url: string;
  /** Sealed, as is `previous_secret`, which is null after its overlap has ended. */
  readonly secret: string;
  readonly previous_secret: string | null;
}

const SUBSCRIBERS = {
  name: 'webhook_subscribers',
  text: `
    select id, events from webhook_endpoint where tenant_id = $1 and active order by id for key share`,
};

/** Serializes the claims of a tenant's deliveries, so that each counts the calls that the others have claimed. */
const LOCK_ENDPOINTS = {
  name: 'webhook_lock_endpoints',
  text: 'select from webhook_endpoint where tenant_id = $1 and active order by id for no key update',
};

/** Claims due deliveries, the longest overdue first, within the limits of the endpoint and of the tenant. */
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
           limit greatest(${MAX_CALLS_PER_ENDPOINT} - coalesce(under_way.calls, 0), 0)) delivery
       where endpoint.tenant_id = $1 and endpoint.active
       order by delivery.next_attempt_at, delivery.id
       limit greatest(${MAX_CALLS_PER_TENANT} - (select coalesce(sum(calls), 0) from under_way), 0)),
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

/** Matches only the attempt that is recorded: a call that outlived its lease must not change a later attempt. */
const RECORD = {
  name: 'webhook_record',
  text: `
    update webhook_delivery
       set status = $4, next_attempt_at = $5::timestamptz, leased_until = null, last_status = $6, last_error = $7
     where tenant_id = $1 and id = $2 and attempts = $3 and status = 'pending'
    returning id`,
};

const RELEASE = {
  name: 'webhook_give_back',
  text: `
    update webhook_delivery set attempts = attempts - 1, leased_until = null
     where tenant_id = $1 and id = $2 and attempts = $3 and status = 'pending'`,
};

const EVENTS_TO_REPLAY = {
  name: 'webhook_replayed_events',
  text: `
    select event.id
      from outbox_event event
      join webhook_endpoint endpoint on endpoint.tenant_id = event.tenant_id and endpoint.id = $2
     where event.tenant_id = $1 and event.sequence between $3 and $4
       and (endpoint.events ? '*' or endpoint.events ? event.type)
     order by event.sequence`,
};

/** Adds a job that wakes the dispatcher. One job per tenant and second is enough. */
const WAKE = {
  name: 'webhook_wake',
  text: `
    select from graphile_worker.add_job('deliver_webhooks', payload := $1::json, run_at := $2::timestamptz,
                                        max_attempts := 3, job_key := $3)`,
};

@Injectable()
export class DeliveryRepository {
  /** Returns the active endpoints, and locks them against deletion and deactivation until the transaction ends. */
  subscribers(tx: Transaction): Promise<{ id: string; events: string[] }[]> {
    return tx.query(SUBSCRIBERS, [tx.tenantId]);
  }

  /** Returns the ids of the events of a range that an endpoint is subscribed to. */
  async eventIdsToReplay(tx: Transaction, endpointId: string, from: number, to: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(EVENTS_TO_REPLAY, [tx.tenantId, endpointId, from, to]);
    return rows.map(({ id }) => id);
  }

  /** Inserts deliveries that are due at once, and the job that sends them. */
  insert(
    tx: Transaction,
    kind: DeliveryKind,
    at: Date,
    deliveries: readonly { endpointId: string; eventId: string | null }[],
  ): void {
    if (deliveries.length === 0) return;
    tx.insert(
      WebhookDelivery,
      deliveries.map((delivery) => ({ id: newId('dlv'), ...delivery, kind, ...pendingAt(at) })),
    );
    this.wake(tx, at, `webhooks:${tx.tenantId}`);
  }

  /** Claims due deliveries until `leasedUntil`. No other process can claim them before that. */
  claim(tx: Transaction, at: Date, leasedUntil: Date): Promise<ClaimedDelivery[]> {
    tx.queue(LOCK_ENDPOINTS, [tx.tenantId]);
    return tx.query<ClaimedDelivery>(CLAIM, [tx.tenantId, at, leasedUntil]);
  }

  /** Records the result of an attempt. @returns false if the attempt is no longer the current one */
  async record(
    tx: Transaction,
    { delivery_id, attempts }: ClaimedDelivery,
    { status: lastStatus, error }: Attempt,
    outcome: { status: DeliveryStatus; nextAttemptAt: Date | null },
  ): Promise<boolean> {
    const { status, nextAttemptAt } = outcome;
    const values = [tx.tenantId, delivery_id, attempts, status, nextAttemptAt, lastStatus, error];
    const recorded = await tx.query(RECORD, values);
    if (recorded.length === 1 && nextAttemptAt !== null) this.wakeAt(tx, nextAttemptAt);
    return recorded.length === 1;
  }

  /** Releases a claimed delivery. The attempt does not count. */
  release(tx: Transaction, { delivery_id, attempts }: ClaimedDelivery, at: Date): void {
    tx.queue(RELEASE, [tx.tenantId, delivery_id, attempts]);
    this.wake(tx, at, `webhooks:${tx.tenantId}`);
  }

  /** Wakes the dispatcher at the end of the second, when all deliveries of that second are due. They share one job. */
  private wakeAt(tx: Transaction, at: Date): void {
    const second = Math.ceil(at.getTime() / 1000);
    this.wake(tx, new Date(second * 1000), `webhooks:${tx.tenantId}:${second}`);
  }

  private wake(tx: Transaction, at: Date, key: string): void {
    tx.queue(WAKE, [JSON.stringify({ tenant_id: tx.tenantId }), at, key]);
  }
}

/** Returns the fields of a delivery that has not been attempted yet. */
const pendingAt = (
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
