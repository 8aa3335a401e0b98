import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** How often a tenant's links were opened and codes were checked, by day; and indexes that hold all a summary reads. */
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

/** Rows are updated in place. */
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

/** That of the list of referrals is made wider; rewards are read in an order that no index had. */
const INDEXES = `
  drop index referral_page;
  create index referral_page on referral (tenant_id, created_at, id) include (referrer_customer_id, status);
  create index reward_of_referrals on reward (tenant_id, created_at, referral_id)
    include (type, status, available_at, expires_at);
  create index enrollment_with_promo on enrollment (tenant_id, created_at) include (referral_status)
    where promo_status = 'applied';`;
