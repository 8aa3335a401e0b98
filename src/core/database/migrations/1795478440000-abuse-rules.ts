import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

const RULES = `
  create table abuse_rules (
    tenant_id               text collate "C" not null references tenant,
    version                 integer          not null,
    same_email              text collate "C" not null,
    same_phone              text collate "C" not null,
    disposable_domain       text collate "C" not null,
    velocity_referrer       text collate "C" not null,
    velocity_address        text collate "C" not null,
    same_address            text collate "C" not null,
    velocity_referrer_limit integer          not null,
    velocity_address_limit  integer          not null,
    updated_by              text             not null,
    updated_at              timestamptz(3)   not null,
    primary key (tenant_id),
    constraint abuse_rules_modes  check (same_email in ('off', 'observe', 'hold')
      and same_phone in ('off', 'observe', 'hold') and disposable_domain in ('off', 'observe', 'hold')
      and velocity_referrer in ('off', 'observe', 'hold') and velocity_address in ('off', 'observe', 'hold')
      and same_address in ('off', 'observe', 'hold')),
    constraint abuse_rules_limits check (velocity_referrer_limit between 1 and 1000
      and velocity_address_limit between 1 and 1000)
  );

  create table abuse_velocity (
    tenant_id text collate "C" not null references tenant,
    rule      text collate "C" not null,
    subject   text collate "C" not null,
    recent    timestamptz(3)[] not null,
    primary key (tenant_id, rule, subject),
    constraint abuse_velocity_rule check (rule in ('velocity_referrer', 'velocity_address'))
  );`;

const REVIEWS = `
  create table review (
    tenant_id   text collate "C"   not null,
    id          text collate "C"   not null,
    referral_id text collate "C"   not null,
    status      text collate "C"   not null,
    reasons     text[] collate "C" not null,
    held_by     text[] collate "C" not null,
    created_at  timestamptz(3)     not null,
    decided_at  timestamptz(3),
    decided_by  text,
    reason      text,
    primary key (tenant_id, id),
    constraint review_referral_key unique (tenant_id, referral_id),
    constraint review_reasons check (cardinality(reasons) > 0 and held_by <@ reasons),
    constraint review_status  check (case status
      when 'observed' then held_by = '{}' and decided_at is null
      when 'open' then held_by <> '{}' and decided_at is null
      when 'approved' then held_by <> '{}' and decided_at is not null
      when 'rejected' then held_by <> '{}' and decided_at is not null
      else false end),
    constraint review_decided check ((decided_at is null) = (decided_by is null)
      and (decided_at is null) = (reason is null)),
    foreign key (tenant_id, referral_id) references referral
  );
  create index review_page on review (tenant_id, created_at, id) where status <> 'observed';
  create index review_counted on review (tenant_id, created_at);`;

/** The data that rules compare a newcomer with. An address is stored only as a keyed fingerprint. */
const COMPARED = `
  alter table enrollment add column address_fingerprint text collate "C";
  create index customer_canonical_email on customer (tenant_id, canonical_email);
  create index customer_phone_digits on customer (tenant_id, ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0'))
    where phone is not null;`;

/** In the order of their references. */
const ABUSE_TABLES = [RULES, REVIEWS, COMPARED];

const TENANT_TABLES = ['abuse_rules', 'abuse_velocity', 'review'];

/** Adds the rules against abuse and the review queue. */
export class AbuseRules1795478440000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    for (const tables of ABUSE_TABLES) await queryRunner.query(tables);
    for (const table of TENANT_TABLES) await queryRunner.query(isolate(table));
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

/** The reasons of a review never change. Its decision is written once, which the condition of the update ensures. */
const GRANTS = `
  grant select, insert, update (version, same_email, same_phone, disposable_domain, velocity_referrer, velocity_address,
    same_address, velocity_referrer_limit, velocity_address_limit, updated_by, updated_at) on abuse_rules to referral_service;
  grant select, insert, update (recent) on abuse_velocity to referral_service;
  grant select, insert, update (status, decided_at, decided_by, reason) on review to referral_service;`;
