import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/** Stores the API keys of tenants. */
export class ApiKeys1795478410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(API_KEY);
    await queryRunner.query(isolate('api_key'));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const API_KEY = `
  create table api_key (
    tenant_id    text collate "C" not null references tenant,
    id           text collate "C" not null,
    name         text             not null,
    scopes       jsonb            not null,
    prefix       text collate "C" not null,
    secret_hash  text collate "C" not null,
    created_by   text             not null,
    created_at   timestamptz(3)   not null,
    last_used_at timestamptz(3),
    expires_at   timestamptz(3),
    revoked_at   timestamptz(3),
    primary key (tenant_id, id),
    constraint api_key_secret_key  unique (tenant_id, secret_hash),
    constraint api_key_scopes      check (jsonb_typeof(scopes) = 'array' and scopes <> '[]'
      and scopes <@ '["read", "enroll", "redeem", "admin"]'),
    constraint api_key_secret_hash check (secret_hash ~ '^[0-9a-f]{64}$')
  );
  create index api_key_page on api_key (tenant_id, created_at, id);`;

/** The name and scopes of a key never change; only its last use and its end do. */
const GRANTS = `
  grant select, insert, update (last_used_at, expires_at, revoked_at) on api_key to referral_service;`;
