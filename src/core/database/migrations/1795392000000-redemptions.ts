import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';
import { REDEMPTION_TABLES } from './redemption-tables.js';

const TENANT_TABLES = [
  'reward_allowance',
  'credit_account',
  'credit_lot',
  'credit_entry',
  'redemption',
  'redemption_line',
  'redemption_reversal',
];

/** Adds redemptions of invoices, the credit ledger and the settings of a program. */
export class Redemptions1795392000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    for (const tables of REDEMPTION_TABLES) await queryRunner.query(tables);
    for (const table of TENANT_TABLES) await queryRunner.query(isolate(table));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Ledger entries are append-only: neither update nor delete is granted. */
const GRANTS = `
  grant select, insert on credit_entry, redemption_reversal to referral_service;
  grant select, insert, update (used, terms_version) on reward_allowance to referral_service;
  grant select, insert, update (balance_cents, entry_count, last_hash) on credit_account to referral_service;
  grant select, insert, update (remaining_cents, reversed_at) on credit_lot to referral_service;
  grant select, insert, update (status, reversed_cents, restored_credit_cents) on redemption to referral_service;
  grant select, insert, update (restored_cents) on redemption_line to referral_service;
  grant update (used_cents, shortfall_cents, redemption_id) on reward to referral_service;
  grant update (promo_redemption_id) on enrollment to referral_service;`;
