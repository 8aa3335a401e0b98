import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';
import { EVENT_ORDER, WEBHOOKS } from './event-tables.js';

const TENANT_TABLES = ['event_position', 'webhook_endpoint', 'webhook_delivery'];

/** Facts in an order that others can follow, and their way to those who want to hear of them. */
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

/** Of a fact nothing can be changed but its place in the order. */
const GRANTS = `
  grant update (sequence) on outbox_event to referral_service;
  grant select, insert, update (last_sequence) on event_position to referral_service;
  grant select, insert, delete,
        update (url, events, description, active, disabled_reason, secret, previous_secret, previous_secret_until)
     on webhook_endpoint to referral_service;
  grant select, insert, delete,
        update (status, attempts, next_attempt_at, leased_until, last_attempt_at, last_status, last_error)
     on webhook_delivery to referral_service;`;
