import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Stores fingerprints of erased people, so that the service recognizes these people. */
export class Privacy1795478450000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLES);
    await queryRunner.query(isolate('erased_person'));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const TABLES = `
  alter table customer
    add column erased_at timestamptz(3),
    add constraint customer_erased check (erased_at is null or (phone is null and status = 'inactive'));

  create table erased_person (
    tenant_id   text collate "C" not null references tenant,
    fingerprint text collate "C" not null,
    erased_at   timestamptz(3)   not null,
    primary key (tenant_id, fingerprint),
    constraint erased_person_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$')
  );`;

/** An erasure is final: its fingerprints are never changed or removed. */
const GRANTS = `
  grant update (erased_at) on customer to referral_service;
  grant update (address_fingerprint) on enrollment to referral_service;
  grant select, insert on erased_person to referral_service;`;
