import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { SEED, SEEDED_ENTRIES } from './seed.js';

/** A person with a code. */
export interface CodeOwner {
  readonly id: string;
  readonly code: string;
}

/** A customer with one unused discount, from the referral they came by, and one lot of credit. */
export interface Payer {
  readonly id: string;
  readonly rewardId: string;
}

export interface BenchTenant {
  readonly id: string;
  readonly slug: string;
}

export interface BenchPeople {
  readonly tenant: BenchTenant;
  readonly owners: readonly CodeOwner[];
  /** The owners who have referred others and have credit for it. Newcomers use their codes. */
  readonly referrers: readonly CodeOwner[];
  /** The other owners, so that rewards of enrollments don't change what they pay. */
  readonly payers: readonly Payer[];
}

const TENANT: BenchTenant = { id: 'ten_bench', slug: 'bench-waste' };
const REFERRALS = 20_000;
/** Other tenants, so that tables and indexes hold rows that a query must skip. */
const OTHERS = ['ten_other_a', 'ten_other_b', 'ten_other_c', 'ten_other_d'];
const REFERRALS_OF_OTHERS = 2_000;

const OWNERS = `select customer_id as id, code from referral_code where tenant_id = $1 order by customer_id`;
const REFERRERS = `
  select customer_id as id, code from referral_code
   where tenant_id = $1 and customer_id in (select referrer_customer_id from referral where tenant_id = $1)
   order by customer_id`;
const PAYERS = `
  select customer_id as id, id as "rewardId" from reward
   where tenant_id = $1 and status = 'available'
     and customer_id not in (select referrer_customer_id from referral where tenant_id = $1)
   order by customer_id`;

/** Seeded redemptions have ids that begin with zeros. */
const RESTOCK = `
  update reward set status = 'available', applied_at = null, used_cents = 0, redemption_id = null
   where tenant_id = $1 and redemption_id > 'rdm_01'`;

/** Fills a migrated database as its superuser, then vacuums, analyzes and checkpoints it. */
export async function fill(client: Client): Promise<BenchPeople> {
  await client.query(SEEDED_ENTRIES);
  await fillTenant(client, TENANT, REFERRALS);
  for (const id of OTHERS)
    await fillTenant(client, { id, slug: id.replaceAll('_', '-') }, REFERRALS_OF_OTHERS);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return peopleOf(client, TENANT);
}

/** Reads the people of a filled tenant. */
export async function peopleOf(client: Client, tenant: BenchTenant): Promise<BenchPeople> {
  const rowsOf = async <Row extends object>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text, [tenant.id])).rows;
  return {
    tenant,
    owners: await rowsOf<CodeOwner>(OWNERS),
    referrers: await rowsOf<CodeOwner>(REFERRERS),
    payers: await rowsOf<Payer>(PAYERS),
  };
}

/** Creates a tenant and its rows. @param statements the seed, which begins in 2026, or the same at other times */
export async function fillTenant(
  client: Client,
  { id, slug }: BenchTenant,
  referrals: number,
  statements = SEED,
): Promise<void> {
  await client.query(`insert into tenant values ($1, $2, $2, 'USD', 'active', now())`, [id, slug]);
  for (const statement of statements) await client.query(statement, [id, referrals]);
}

/** Longer than the service's hints wait before they number events. */
const HINTS_MS = 200;
/** Numbers the events behind the lock that the service takes too. */
const NUMBER = `
  begin;
  select from event_position for update;
  with waiting as (
    select tenant_id, id, row_number() over (partition by tenant_id order by created_at, id) as place
      from outbox_event where sequence is null),
  moved as (
    update event_position position
       set last_sequence = last_sequence + (select count(*) from waiting where waiting.tenant_id = position.tenant_id))
  update outbox_event event
     set sequence = position.last_sequence + waiting.place
    from waiting join event_position position using (tenant_id)
   where event.tenant_id = waiting.tenant_id and event.id = waiting.id;
  commit`;

/** Numbers all waiting events, so that no measurement pays for what another has left. */
export async function settle(client: Client): Promise<void> {
  await sleep(HINTS_MS);
  await client.query(NUMBER);
}

/** Makes used discounts available again. A payer has more credit than any run uses. */
export async function restock(client: Client): Promise<void> {
  await settle(client);
  await client.query(RESTOCK, [TENANT.id]);
}
