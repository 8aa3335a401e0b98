import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Counts opened links and code checks by day, and adds indexes that cover the queries of the summary. */
export class Analytics1795564800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLE);
    await queryRunner.query(isolate('code_traffic'));
    await queryRunner.query(GRANTS);
    await queryRunner.query(INDEXES);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** The fill factor allows updates in place. */
const TABLE = `
  create table code_traffic (
    tenant_id      text collate "C" not null references tenant,
    day            date             not null,
    link_opened    bigint           not null,
    code_validated bigint           not null,
    primary key (tenant_id, day),
    constraint code_traffic_counts check (link_opened >= 0 and code_validated >= 0)
  ) with (fillfactor = 80);`;

const GRANTS = `grant select, insert, update (link_opened, code_validated) on code_traffic to referral_service`;

/** The index of the referral list gets more columns; rewards get an index in a new order. */
const INDEXES = `
  drop index referral_page;
  create index referral_page on referral (tenant_id, created_at, id) include (referrer_customer_id, status);
  create index reward_of_referrals on reward (tenant_id, created_at, referral_id)
    include (type, status, available_at, expires_at);
  create index enrollment_with_promo on enrollment (tenant_id, created_at) include (referral_status)
    where promo_status = 'applied';`;
