import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INITIAL_TABLES } from './initial-tables.js';
import { isolate } from './isolate.js';

/** Tables whose rows belong to a tenant: each gets the policy that shows a transaction the rows of its own tenant only. */
const TENANT_TABLES = [
  'customer',
  'referral_program',
  'program_terms',
  'promo',
  'referral_code',
  'referral',
  'referral_timeline',
  'reward',
  'enrollment',
  'outbox_event',
];

/**
 * Every key and index of a tenant's table begins with `tenant_id`, every foreign key stays inside the tenant: the schema
 * can be distributed by tenant. Amounts are integers in `*_units`: basis points for a percentage, the currency's
 * smallest unit otherwise.
 */
export class InitialSchema1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(ROLE);
    for (const tables of INITIAL_TABLES) await queryRunner.query(tables);
    await queryRunner.query(`
      create function current_tenant() returns text language sql stable parallel safe
        as $$ select nullif(current_setting('app.tenant_id', true), '') $$`);
    for (const table of TENANT_TABLES) await queryRunner.query(isolate(table));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** Two databases of one cluster may be migrated at once, and roles belong to the cluster. */
const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'referral_service') then
      create role referral_service login;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/** The service may do what its stories need and no more: what is immutable in the domain can't be updated by it. */
const GRANTS = `
  grant usage on schema public to referral_service;
  grant select on schema_migration to referral_service;
  grant select, insert, update (name, status) on tenant to referral_service;
  grant select, insert, update (name, email, canonical_email, phone, status) on customer to referral_service;
  grant select, insert, update (terms_version) on referral_program to referral_service;
  grant select, insert on program_terms, referral_code, referral_timeline, enrollment, outbox_event to referral_service;
  grant select, insert, update, delete on promo to referral_service;
  grant select, insert, update (status) on referral to referral_service;
  grant select, insert, update (status, available_at, applied_at, expires_at) on reward to referral_service;`;
