import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate } from './isolate.js';

/**
 * The tables whose rows belong to a tenant. Each gets the policy that limits a transaction to the rows of its own
 * tenant.
 */
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
 * Creates the schema. Every key and index of a tenant's table starts with `tenant_id`, and every foreign key stays
 * within the tenant, so the schema can be distributed by tenant. Amounts are integers in `*_units`: basis points for a
 * percentage, otherwise the currency's smallest unit.
 */
export class InitialSchema1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(ROLE);
    await queryRunner.query(TENANTS_AND_CUSTOMERS);
    await queryRunner.query(PROGRAM_AND_PROMOS);
    await queryRunner.query(REFERRALS_AND_REWARDS);
    await queryRunner.query(ENROLLMENTS_AND_EVENTS);
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

/** Grants the service only what it needs: columns that are immutable in the domain can't be updated. */
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

const TENANTS_AND_CUSTOMERS = `
  create table tenant (
    id         text collate "C" primary key,
    slug       text collate "C" not null,
    name       text             not null,
    currency   text collate "C" not null,
    status     text collate "C" not null,
    created_at timestamptz(3)   not null,
    constraint tenant_slug_key   unique (slug),
    constraint tenant_slug_shape check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 63),
    constraint tenant_currency   check (currency ~ '^[A-Z]{3}$'),
    constraint tenant_status     check (status in ('active', 'suspended'))
  );
  create index tenant_page on tenant (created_at, id);

  create table customer (
    tenant_id       text collate "C" not null references tenant,
    id              text collate "C" not null,
    name            text             not null,
    email           text             not null,
    canonical_email text             not null,
    phone           text,
    status          text collate "C" not null,
    created_at      timestamptz(3)   not null,
    constraint customer_pkey      primary key (tenant_id, id),
    constraint customer_email_key unique (tenant_id, email),
    constraint customer_id_shape  check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    constraint customer_email     check (email = lower(email)),
    constraint customer_status    check (status in ('active', 'inactive'))
  );
  create index customer_page on customer (tenant_id, created_at, id);`;

const PROGRAM_AND_PROMOS = `
  create table program_terms (
    tenant_id      text collate "C" not null references tenant,
    version        integer          not null,
    enabled        boolean          not null,
    referrer_type  text collate "C" not null,
    referrer_units bigint           not null,
    referee_type   text collate "C" not null,
    referee_units  bigint           not null,
    created_by     text             not null,
    created_at     timestamptz(3)   not null,
    primary key (tenant_id, version),
    constraint program_terms_referrer check (referrer_type in ('discount_percent', 'discount_fixed', 'credit')
      and referrer_units between 0 and case referrer_type when 'discount_percent' then 10000 else 1000000000000 end),
    constraint program_terms_referee check (referee_type in ('discount_percent', 'discount_fixed', 'credit')
      and referee_units between 0 and case referee_type when 'discount_percent' then 10000 else 1000000000000 end)
  );

  create table referral_program (
    tenant_id     text collate "C" not null references tenant,
    terms_version integer          not null,
    primary key (tenant_id),
    constraint referral_program_terms foreign key (tenant_id, terms_version)
      references program_terms (tenant_id, version) deferrable initially deferred
  );

  create table promo (
    tenant_id                text collate "C" not null references tenant,
    id                       text collate "C" not null,
    code                     text collate "C" not null,
    discount_type            text collate "C" not null,
    discount_units           bigint           not null,
    combinable_with_referral boolean          not null,
    active                   boolean          not null,
    starts_at                timestamptz(3),
    ends_at                  timestamptz(3),
    max_redemptions          integer,
    redemption_count         integer          not null,
    created_at               timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint promo_code_key unique (tenant_id, code),
    constraint promo_discount check (discount_type in ('discount_percent', 'discount_fixed')
      and discount_units between 0 and case discount_type when 'discount_percent' then 10000 else 1000000000000 end),
    constraint promo_window   check (starts_at < ends_at),
    constraint promo_limit    check (redemption_count between 0 and coalesce(max_redemptions, redemption_count))
  );
  create index promo_page on promo (tenant_id, created_at, id);`;

const REFERRALS_AND_REWARDS = `
  create table referral_code (
    tenant_id   text collate "C" not null,
    customer_id text collate "C" not null,
    code        text collate "C" not null,
    created_at  timestamptz(3)   not null,
    primary key (tenant_id, customer_id),
    constraint referral_code_key   unique (tenant_id, code),
    constraint referral_code_shape check (code ~ '^[A-HJ-NP-Z2-9]{8}$'),
    foreign key (tenant_id, customer_id) references customer
  );

  create table referral (
    tenant_id            text collate "C" not null,
    id                   text collate "C" not null,
    referrer_customer_id text collate "C" not null,
    referee_customer_id  text collate "C" not null,
    referral_code        text collate "C" not null,
    terms_version        integer          not null,
    status               text collate "C" not null,
    created_at           timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint referral_referee_key unique (tenant_id, referee_customer_id),
    constraint referral_two_people  check (referrer_customer_id <> referee_customer_id),
    constraint referral_status      check (status in ('pending', 'qualified', 'applied', 'rejected', 'reversed')),
    foreign key (tenant_id, referrer_customer_id) references customer,
    foreign key (tenant_id, referee_customer_id)  references customer,
    foreign key (tenant_id, terms_version)        references program_terms
  );
  create index referral_page on referral (tenant_id, created_at, id);
  create index referral_of_referrer on referral (tenant_id, referrer_customer_id, created_at, id) include (status);

  create table referral_timeline (
    tenant_id   text collate "C" not null,
    referral_id text collate "C" not null,
    id          text collate "C" not null,
    at          timestamptz(3)   not null,
    event       text collate "C" not null,
    actor       text             not null,
    detail      text             not null,
    primary key (tenant_id, referral_id, id),
    foreign key (tenant_id, referral_id) references referral
  );

  create table reward (
    tenant_id    text collate "C" not null,
    id           text collate "C" not null,
    referral_id  text collate "C" not null,
    customer_id  text collate "C" not null,
    role         text collate "C" not null,
    type         text collate "C" not null,
    value_units  bigint           not null,
    status       text collate "C" not null,
    available_at timestamptz(3),
    applied_at   timestamptz(3),
    expires_at   timestamptz(3),
    created_at   timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint reward_recipient_key unique (tenant_id, referral_id, customer_id),
    constraint reward_role   check (role in ('referrer', 'referee')),
    constraint reward_value  check (type in ('discount_percent', 'discount_fixed', 'credit')
      and value_units between 1 and case type when 'discount_percent' then 10000 else 1000000000000 end),
    constraint reward_status check (status in ('pending', 'available', 'applied', 'voided', 'reversed', 'expired')),
    foreign key (tenant_id, referral_id) references referral,
    foreign key (tenant_id, customer_id) references customer
  );
  create index reward_page on reward (tenant_id, created_at, id);
  create index reward_of_customer on reward (tenant_id, customer_id, created_at, id);`;

const ENROLLMENTS_AND_EVENTS = `
  create table enrollment (
    tenant_id            text collate "C" not null,
    id                   text collate "C" not null,
    customer_id          text collate "C" not null,
    referral_status      text collate "C" not null,
    referral_reason      text collate "C",
    referral_id          text collate "C",
    promo_status         text collate "C" not null,
    promo_reason         text collate "C",
    promo_id             text collate "C",
    promo_discount_type  text collate "C",
    promo_discount_units bigint,
    created_at           timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint enrollment_customer_key unique (tenant_id, customer_id),
    constraint enrollment_referral check (referral_status in ('applied', 'dropped', 'invalid', 'none')
      and (referral_status = 'applied') = (referral_id is not null)),
    constraint enrollment_promo    check (promo_status in ('applied', 'invalid', 'none')
      and (promo_status = 'applied') = (promo_id is not null)
      and (promo_id is null) = (promo_discount_type is null)
      and (promo_id is null) = (promo_discount_units is null)),
    foreign key (tenant_id, customer_id) references customer,
    foreign key (tenant_id, referral_id) references referral,
    foreign key (tenant_id, promo_id)    references promo
  );

  create table outbox_event (
    tenant_id  text collate "C" not null,
    id         text collate "C" not null,
    type       text collate "C" not null,
    data       jsonb            not null,
    created_at timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint outbox_event_type check (type ~ '^[a-z_]+\\.[a-z_]+$')
  );`;
