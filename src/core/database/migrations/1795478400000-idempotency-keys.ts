import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Stores the answers to requests with an `Idempotency-Key`. Those of the platform belong to the tenant `platform`. */
export class IdempotencyKeys1795478400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(TABLE);
    await queryRunner.query(isolate('idempotency_key'));
    await queryRunner.query(
      'grant select, insert, update (fingerprint, status, answer, created_at), delete on idempotency_key to referral_service',
    );
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const TABLE = `
  create table idempotency_key (
    tenant_id   text collate "C" not null,
    route       text collate "C" not null,
    key         text collate "C" not null,
    fingerprint text collate "C" not null,
    status      smallint         not null,
    answer      text             not null,
    created_at  timestamptz      not null,
    constraint idempotency_key_pkey        primary key (tenant_id, route, key),
    constraint idempotency_key_key         check (key ~ '^[\\x20-\\x7e]{1,255}$'),
    constraint idempotency_key_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
    constraint idempotency_key_status      check (status between 200 and 299)
  );
  create index idempotency_key_created on idempotency_key (tenant_id, created_at);`;
