import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows are rewritten. Row-level security applies to the owner too (FORCE): the updates would find no rows. */
const REWRITTEN = ['redemption', 'redemption_reversal', 'credit_entry'];

/** Adds the settings for refunds, and records the refunded amounts and the invoice that qualified a referral. */
export class Refunds1795804621622 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`set local lock_timeout = '5s'`);
    await queryRunner.query(SETTINGS);
    await queryRunner.query(REFERRALS);
    for (const table of REWRITTEN)
      await queryRunner.query(`alter table ${table} no force row level security`);
    await queryRunner.query(REDEMPTIONS);
    for (const table of REWRITTEN) await queryRunner.query(`alter table ${table} force row level security`);
    await queryRunner.query(GRANTS);
  }

  down(): Promise<void> {
    throw new Error('Migrations run forward only.');
  }
}

const SETTINGS = `
  alter table program_terms
    add column on_refund         text collate "C" not null default 'reverse',
    add column min_invoice_cents bigint,
    add constraint program_terms_on_refund   check (on_refund in ('reverse', 'keep')),
    add constraint program_terms_min_invoice check (min_invoice_cents between 1 and 1000000000000);
  alter table program_terms alter column on_refund drop default;`;

/**
 * A referral that qualified before this migration has no qualifying invoice, so a refund does not end it: at that time,
 * nobody had been told that it would. Credit that is granted again is a second lot of its reward, after the first was
 * reinstated.
 */
const REFERRALS = `
  alter table referral
    add column qualified_by_redemption_id text collate "C",
    add column qualified_cents            bigint,
    add column refunded_at                timestamptz(3),
    add column requalified_at             timestamptz(3),
    add constraint referral_qualifying_redemption foreign key (tenant_id, qualified_by_redemption_id)
      references redemption,
    add constraint referral_qualified_cents check ((qualified_by_redemption_id is null) = (qualified_cents is null)
      and qualified_cents > 0),
    add constraint referral_refunded check ((refunded_at is null or qualified_by_redemption_id is not null)
      and (requalified_at is null or refunded_at is not null));

  alter table reward
    add column refunded_as text collate "C",
    add constraint reward_refunded_as check (refunded_as in ('voided', 'reversed'));

  alter table credit_lot
    add column reinstated_at timestamptz(3),
    drop constraint credit_lot_reward_key;
  create unique index credit_lot_reward_key on credit_lot (tenant_id, reward_id, (reinstated_at is null));`;

/** The refunded part of earlier reversals is calculated from their amounts, as the service does. */
const REDEMPTIONS = `
  alter table redemption
    add column refunded_cents bigint not null default 0;
  alter table redemption_reversal
    add column refunded_cents  bigint not null default 0,
    add column spendable_cents bigint not null default 0;

  update redemption
     set refunded_cents = case when status = 'reversed' then subtotal_cents
                               else round(subtotal_cents::numeric * reversed_cents / (discount_cents + credit_cents)) end
   where status <> 'applied';

  with step as (
    select reversal.tenant_id, reversal.redemption_id, reversal.id, redemption.status,
           redemption.subtotal_cents as whole, redemption.discount_cents + redemption.credit_cents as applied,
           sum(reversal.amount_cents) over steps as reversed,
           row_number() over steps = count(*) over (partition by reversal.tenant_id, reversal.redemption_id) as is_last
      from redemption_reversal reversal
      join redemption on redemption.tenant_id = reversal.tenant_id and redemption.id = reversal.redemption_id
    window steps as (partition by reversal.tenant_id, reversal.redemption_id order by reversal.id)
  ), share as (
    select tenant_id, redemption_id, id,
           case when is_last and status = 'reversed' then whole
                when applied = 0 then 0
                else round(whole::numeric * reversed / applied) end as refunded
      from step
  ), part as (
    select tenant_id, redemption_id, id,
           refunded - lag(refunded, 1, 0::numeric)
                        over (partition by tenant_id, redemption_id order by id) as refunded_cents
      from share
  )
  update redemption_reversal reversal
     set refunded_cents = part.refunded_cents,
         spendable_cents = (select coalesce(sum(amount_cents), 0) from credit_entry entry
                             where entry.tenant_id = reversal.tenant_id
                               and entry.redemption_id = reversal.redemption_id
                               and entry.created_at = reversal.created_at
                               and entry.kind in ('restore', 'expire', 'reverse'))
    from part
   where part.tenant_id = reversal.tenant_id and part.redemption_id = reversal.redemption_id and part.id = reversal.id;

  alter table redemption alter column refunded_cents drop default;
  alter table redemption_reversal
    alter column refunded_cents drop default,
    alter column spendable_cents drop default,
    add constraint redemption_reversal_refund check (refunded_cents >= 0 and spendable_cents between 0 and credit_cents);
  alter table redemption
    add constraint redemption_refunded check (refunded_cents between 0 and subtotal_cents),
    drop constraint redemption_status,
    add constraint redemption_status check (case status
      when 'applied' then reversed_cents = 0 and refunded_cents = 0
      when 'partially_reversed' then (reversed_cents > 0 or refunded_cents > 0) and refunded_cents < subtotal_cents
      when 'reversed' then reversed_cents = discount_cents + credit_cents and refunded_cents = subtotal_cents
      else false end);`;

const GRANTS = `
  grant update (qualified_by_redemption_id, qualified_cents, refunded_at, requalified_at) on referral to referral_service;
  grant update (refunded_as) on reward to referral_service;
  grant update (reinstated_at) on credit_lot to referral_service;
  grant update (refunded_cents) on redemption to referral_service;`;
