const PROGRAM_SETTINGS = `
  alter table program_terms
    add column qualify_on            text collate "C" not null default 'enrollment',
    add column hold_days             integer          not null default 0,
    add column reward_expires_days   integer,
    add column max_rewards           integer,
    add column max_rewards_period    text collate "C" not null default 'ever',
    add column budget_cents          bigint,
    add column keep_attribution      boolean          not null default false,
    add column referrer_name_display text collate "C" not null default 'full',
    add constraint program_terms_qualify_on   check (qualify_on in ('enrollment', 'first_invoice', 'manual')),
    add constraint program_terms_hold_days    check (hold_days between 0 and 90),
    add constraint program_terms_expires_days check (reward_expires_days between 1 and 3650),
    add constraint program_terms_max_rewards  check (max_rewards >= 1 and max_rewards_period in ('month', 'year', 'ever')),
    add constraint program_terms_budget       check (budget_cents between 0 and 1000000000000),
    add constraint program_terms_name_display check (referrer_name_display in ('full', 'first_initial', 'first', 'hidden'));
  alter table program_terms
    alter column qualify_on drop default,
    alter column hold_days drop default,
    alter column max_rewards_period drop default,
    alter column keep_attribution drop default,
    alter column referrer_name_display drop default;

  create table reward_allowance (
    tenant_id text collate "C" not null references tenant,
    kind      text collate "C" not null,
    subject   text collate "C" not null,
    period    text collate "C" not null,
    used      bigint           not null,
    terms_version integer      not null,
    primary key (tenant_id, kind, subject, period),
    constraint reward_allowance_kind check (kind in ('referrer_rewards', 'budget')),
    constraint reward_allowance_used check (used >= 0)
  );`;

const CREDIT = `
  create table credit_account (
    tenant_id     text collate "C" not null,
    customer_id   text collate "C" not null,
    balance_cents bigint           not null,
    entry_count   integer          not null,
    last_hash     text collate "C" not null,
    primary key (tenant_id, customer_id),
    constraint credit_account_balance check (balance_cents >= 0),
    constraint credit_account_hash    check (last_hash ~ '^[0-9a-f]{64}$'),
    foreign key (tenant_id, customer_id) references customer
  );

  create table credit_lot (
    tenant_id       text collate "C" not null,
    id              text collate "C" not null,
    customer_id     text collate "C" not null,
    reward_id       text collate "C",
    granted_cents   bigint           not null,
    remaining_cents bigint           not null,
    expires_at      timestamptz(3),
    reversed_at     timestamptz(3),
    created_at      timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint credit_lot_customer_key unique (tenant_id, customer_id, id),
    constraint credit_lot_reward_key   unique (tenant_id, reward_id),
    constraint credit_lot_remaining    check (granted_cents > 0 and remaining_cents between 0 and granted_cents),
    foreign key (tenant_id, customer_id) references credit_account,
    foreign key (tenant_id, reward_id)   references reward
  );
  create index credit_lot_open on credit_lot (tenant_id, customer_id) where remaining_cents > 0;
  create index credit_lot_expiring on credit_lot (tenant_id, expires_at)
    where remaining_cents > 0 and expires_at is not null;`;

const REDEMPTIONS = `
  create table redemption (
    tenant_id             text collate "C" not null,
    id                    text collate "C" not null,
    customer_id           text collate "C" not null,
    invoice_id            text             not null,
    currency              text collate "C" not null,
    status                text collate "C" not null,
    subtotal_cents        bigint           not null,
    discount_cents        bigint           not null,
    credit_cents          bigint           not null,
    total_cents           bigint           not null,
    reversed_cents        bigint           not null,
    restored_credit_cents bigint           not null,
    left_out              jsonb            not null,
    alternatives          jsonb            not null,
    created_by            text             not null,
    created_at            timestamptz(3)   not null,
    primary key (tenant_id, id),
    constraint redemption_invoice_key unique (tenant_id, invoice_id),
    constraint redemption_adds_up     check (discount_cents >= 0 and credit_cents >= 0 and total_cents >= 0
      and discount_cents + credit_cents + total_cents = subtotal_cents),
    constraint redemption_reversed    check (reversed_cents between 0 and discount_cents + credit_cents
      and restored_credit_cents between 0 and credit_cents),
    constraint redemption_status      check (case status
      when 'applied' then reversed_cents = 0
      when 'partially_reversed' then reversed_cents > 0 and reversed_cents < discount_cents + credit_cents
      when 'reversed' then reversed_cents = discount_cents + credit_cents
      else false end),
    foreign key (tenant_id, customer_id) references customer
  );
  create index redemption_page on redemption (tenant_id, created_at, id);
  create index redemption_of_customer on redemption (tenant_id, customer_id, created_at, id);

  create table redemption_line (
    tenant_id           text collate "C" not null,
    redemption_id       text collate "C" not null,
    position            integer          not null,
    source              text collate "C" not null,
    type                text collate "C" not null,
    value_units         bigint           not null,
    base_cents          bigint           not null,
    amount_cents        bigint           not null,
    running_total_cents bigint           not null,
    promo_id            text collate "C",
    reward_id           text collate "C",
    lot_id              text collate "C",
    restored_cents      bigint           not null,
    primary key (tenant_id, redemption_id, position),
    constraint redemption_line_source   check (case source
      when 'promo' then promo_id is not null and reward_id is null and lot_id is null
      when 'referral' then promo_id is null and reward_id is not null and lot_id is null
      when 'credit' then promo_id is null and lot_id is not null
      else false end),
    constraint redemption_line_adds_up  check (amount_cents > 0 and running_total_cents >= 0
      and base_cents - amount_cents = running_total_cents),
    constraint redemption_line_restored check (restored_cents between 0
      and case when source = 'credit' then amount_cents else 0 end),
    foreign key (tenant_id, redemption_id) references redemption,
    foreign key (tenant_id, promo_id)      references promo,
    foreign key (tenant_id, reward_id)     references reward,
    foreign key (tenant_id, lot_id)        references credit_lot
  );

  create table redemption_reversal (
    tenant_id     text collate "C" not null,
    redemption_id text collate "C" not null,
    id            text collate "C" not null,
    amount_cents  bigint           not null,
    credit_cents  bigint           not null,
    reason        text             not null,
    actor         text             not null,
    created_at    timestamptz(3)   not null,
    primary key (tenant_id, redemption_id, id),
    constraint redemption_reversal_amounts check (amount_cents >= 0 and credit_cents between 0 and amount_cents),
    foreign key (tenant_id, redemption_id) references redemption
  );`;

/** Created after the redemptions, which entries refer to. */
const ENTRIES = `
  create table credit_entry (
    tenant_id           text collate "C" not null,
    customer_id         text collate "C" not null,
    sequence            integer          not null,
    id                  text collate "C" not null,
    lot_id              text collate "C" not null,
    kind                text collate "C" not null,
    amount_cents        bigint           not null,
    lot_remaining_cents bigint           not null,
    balance_cents       bigint           not null,
    redemption_id       text collate "C",
    reason              text,
    actor               text             not null,
    created_at          timestamptz(3)   not null,
    hash                text collate "C" not null,
    primary key (tenant_id, customer_id, sequence),
    constraint credit_entry_id_key  unique (tenant_id, id),
    constraint credit_entry_amount  check (case kind
      when 'grant' then amount_cents > 0
      when 'restore' then amount_cents > 0
      when 'capture' then amount_cents < 0
      when 'expire' then amount_cents < 0
      when 'reverse' then amount_cents < 0
      when 'adjust' then amount_cents < 0
      else false end),
    constraint credit_entry_running check (sequence > 0 and lot_remaining_cents >= 0 and balance_cents >= lot_remaining_cents),
    constraint credit_entry_hash    check (hash ~ '^[0-9a-f]{64}$'),
    foreign key (tenant_id, customer_id)         references credit_account,
    foreign key (tenant_id, customer_id, lot_id) references credit_lot (tenant_id, customer_id, id),
    foreign key (tenant_id, redemption_id)       references redemption
  );`;

/**
 * Extends existing tables. The status `applied` of a referral follows from its rewards and is not stored. Credit earned
 * before the ledger existed is booked when the account is next opened.
 */
const EXISTING_TABLES = `
  alter table reward
    add column used_cents      bigint not null default 0,
    add column shortfall_cents bigint not null default 0,
    add column redemption_id   text collate "C",
    add constraint reward_used check (used_cents >= 0 and shortfall_cents >= 0),
    add constraint reward_redemption foreign key (tenant_id, redemption_id) references redemption;
  alter table reward alter column used_cents drop default, alter column shortfall_cents drop default;
  create index reward_usable on reward (tenant_id, customer_id, status, created_at, id)
    where status in ('pending', 'available');
  create index reward_maturing on reward (tenant_id, available_at) where status = 'pending' and available_at is not null;
  create index reward_expiring on reward (tenant_id, expires_at) where status = 'available' and expires_at is not null;

  alter table enrollment
    add column promo_combinable    boolean,
    add column promo_redemption_id text collate "C";

  alter table referral no force row level security;
  alter table reward no force row level security;
  alter table promo no force row level security;
  alter table enrollment no force row level security;
  update referral set status = 'qualified' where status = 'applied';
  update reward set status = 'pending', applied_at = null where type = 'credit' and status in ('available', 'applied');
  update enrollment set promo_combinable = promo.combinable_with_referral
    from promo
   where promo.tenant_id = enrollment.tenant_id and promo.id = enrollment.promo_id;
  alter table referral force row level security;
  alter table reward force row level security;
  alter table promo force row level security;
  alter table enrollment force row level security;

  alter table reward
    add constraint reward_credit check (type <> 'credit' or status <> 'available');
  alter table referral
    drop constraint referral_status,
    add constraint referral_status check (status in ('pending', 'qualified', 'rejected', 'reversed'));
  alter table enrollment
    add constraint enrollment_promo_terms check ((promo_id is null) = (promo_combinable is null)
      and (promo_redemption_id is null or promo_id is not null)),
    add constraint enrollment_promo_redemption foreign key (tenant_id, promo_redemption_id) references redemption;`;

/** In the order of their references. */
export const REDEMPTION_TABLES = [PROGRAM_SETTINGS, CREDIT, REDEMPTIONS, ENTRIES, EXISTING_TABLES];
