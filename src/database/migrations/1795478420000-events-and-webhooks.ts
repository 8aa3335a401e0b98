import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';
import { EVENT_ORDER } from './event-tables.js';

const TENANT_TABLES = ['event_position'];

/** Facts in an order that others can follow, and their way to those who want to hear of them. */
export class EventsAndWebhooks1795478420000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(EVENT_ORDER);
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
  grant select, insert, update (last_sequence) on event_position to referral_service;`;
