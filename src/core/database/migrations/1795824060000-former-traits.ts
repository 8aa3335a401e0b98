import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Stores fingerprints of the mailboxes and phone numbers that customers had before, to recognize a person after a change. */
export class FormerTraits1795824060000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLE);
    await queryRunner.query(isolate('former_trait'));
    await queryRunner.query('grant select, insert, delete on former_trait to referral_service');
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const TABLE = `
  create table former_trait (
    tenant_id   text collate "C" not null,
    fingerprint text collate "C" not null,
    customer_id text collate "C" not null,
    changed_at  timestamptz(3)   not null,
    primary key (tenant_id, fingerprint, customer_id),
    constraint former_trait_customer    foreign key (tenant_id, customer_id) references customer,
    constraint former_trait_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$')
  );
  create index former_trait_of_customer on former_trait (tenant_id, customer_id);`;
