import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ABUSE_TABLES } from './abuse-tables.js';
import { isolate } from './isolate.js';

const TENANT_TABLES = ['abuse_rules', 'abuse_velocity', 'review'];

/** Rules that look for abuse, and the queue of what they hold. */
export class AbuseRules1795478440000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    for (const tables of ABUSE_TABLES) await queryRunner.query(tables);
    for (const table of TENANT_TABLES) await queryRunner.query(isolate(table));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Why a referral was held never changes; what was decided is written once, by a condition of the update. */
const GRANTS = `
  grant select, insert, update (version, same_email, same_phone, disposable_domain, velocity_referrer, velocity_address,
    same_address, velocity_referrer_limit, velocity_address_limit, updated_by, updated_at) on abuse_rules to referral_service;
  grant select, insert, update (recent) on abuse_velocity to referral_service;
  grant select, insert, update (status, decided_at, decided_by, reason) on review to referral_service;`;
