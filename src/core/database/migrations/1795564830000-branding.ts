import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Stores the color of a tenant's pages. */
export class Branding1795564830000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLE);
    await queryRunner.query(isolate('tenant_branding'));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const TABLE = `
  create table tenant_branding (
    tenant_id  text collate "C" not null references tenant,
    color      text collate "C" not null,
    updated_at timestamptz(3)   not null,
    primary key (tenant_id),
    constraint tenant_branding_color check (color ~ '^#[0-9a-f]{6}$')
  );`;

const GRANTS = `grant select, insert, update (color, updated_at) on tenant_branding to referral_service;`;
