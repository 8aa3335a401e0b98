import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Records changes with their actor, address and reason, and the values before and after. */
export class AuditLog1795478405000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLE);
    await queryRunner.query(isolate('audit_entry'));
    // Only personal data in an entry can be changed, for the erasure of a person.
    await queryRunner.query(
      'grant select, insert, update (before, after) on audit_entry to referral_service',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const TABLE = `
  create table audit_entry (
    tenant_id  text collate "C" not null references tenant,
    id         text collate "C" not null,
    action     text collate "C" not null,
    target_id  text collate "C" not null,
    actor      text collate "C" not null,
    address    text collate "C",
    before     jsonb,
    after      jsonb,
    reason     text,
    created_at timestamptz      not null,
    constraint audit_entry_pkey primary key (tenant_id, id)
  );
  create index audit_entry_list   on audit_entry (tenant_id, created_at desc, id desc);
  create index audit_entry_target on audit_entry (tenant_id, target_id, created_at desc, id desc);`;
