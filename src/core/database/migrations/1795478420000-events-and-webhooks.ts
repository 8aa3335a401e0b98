import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** An event is written without a sequence number and gets one in the tenant's order shortly after its commit. */
const EVENT_ORDER = `
  alter table outbox_event
    add column sequence bigint,
    add constraint outbox_event_sequence check (sequence > 0),
    add constraint outbox_event_sequence_key unique (tenant_id, sequence);
  create index outbox_event_unnumbered on outbox_event (tenant_id, created_at, id) where sequence is null;

  create table event_position (
    tenant_id     text collate "C" not null,
    last_sequence bigint           not null,
    primary key (tenant_id),
    foreign key (tenant_id) references tenant,
    constraint event_position_last check (last_sequence >= 0)
  );`;

/**
 * `events` is a list of event types. Secrets are sealed with the data key. Each event has one delivery for each
 * endpoint; a replay or a test adds another one.
 */
const WEBHOOKS = `
  create table webhook_endpoint (
    tenant_id             text collate "C" not null references tenant,
    id                    text collate "C" not null,
    url                   text             not null,
    events                jsonb            not null,
    description           text,
    active                boolean          not null,
    disabled_reason       text collate "C",
    secret                text collate "C" not null,
    previous_secret       text collate "C",
    previous_secret_until timestamptz(3),
    created_at            timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint webhook_endpoint_events   check (jsonb_typeof(events) = 'array'),
    constraint webhook_endpoint_disabled check (disabled_reason is null or (disabled_reason = 'gone' and not active)),
    constraint webhook_endpoint_overlap  check ((previous_secret is null) = (previous_secret_until is null))
  );
  create index webhook_endpoint_page on webhook_endpoint (tenant_id, created_at, id);

  create table webhook_delivery (
    tenant_id       text collate "C" not null,
    id              text collate "C" not null,
    endpoint_id     text collate "C" not null,
    event_id        text collate "C",
    kind            text collate "C" not null,
    status          text collate "C" not null,
    attempts        integer          not null,
    next_attempt_at timestamptz(3),
    leased_until    timestamptz(3),
    last_attempt_at timestamptz(3),
    last_status     integer,
    last_error      text collate "C",
    created_at      timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint webhook_delivery_kind     check (kind in ('event', 'replay', 'test')),
    constraint webhook_delivery_test     check ((event_id is null) = (kind = 'test')),
    constraint webhook_delivery_status   check (status in ('pending', 'delivered', 'failed', 'discarded')),
    constraint webhook_delivery_attempts check (attempts >= 0),
    constraint webhook_delivery_due      check ((status = 'pending') = (next_attempt_at is not null)),
    constraint webhook_delivery_leased   check (leased_until is null or status = 'pending'),
    foreign key (tenant_id, endpoint_id) references webhook_endpoint,
    foreign key (tenant_id, event_id)    references outbox_event
  );
  create unique index webhook_delivery_event_key on webhook_delivery (tenant_id, endpoint_id, event_id)
    where kind = 'event';
  create index webhook_delivery_page on webhook_delivery (tenant_id, endpoint_id, created_at, id);
  create index webhook_delivery_due on webhook_delivery (tenant_id, endpoint_id, next_attempt_at, id)
    where status = 'pending';`;

const TENANT_TABLES = ['event_position', 'webhook_endpoint', 'webhook_delivery'];

/** Orders the events of a tenant, and stores webhook endpoints and their deliveries. */
export class EventsAndWebhooks1795478420000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(EVENT_ORDER);
    await queryRunner.query(WEBHOOKS);
    for (const table of TENANT_TABLES) await queryRunner.query(isolate(table));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Only the sequence number of an event can be changed. */
const GRANTS = `
  grant update (sequence) on outbox_event to referral_service;
  grant select, insert, update (last_sequence) on event_position to referral_service;
  grant select, insert, delete,
        update (url, events, description, active, disabled_reason, secret, previous_secret, previous_secret_until)
     on webhook_endpoint to referral_service;
  grant select, insert, delete,
        update (status, attempts, next_attempt_at, leased_until, last_attempt_at, last_status, last_error)
     on webhook_delivery to referral_service;`;
