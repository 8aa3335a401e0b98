import type { Client } from 'pg';
import type { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import { type BenchPeople, type BenchTenant, fillTenant, peopleOf, settle } from '../data.js';
import { seedAt, SEEDED_ENTRIES } from '../seed.js';
import type { Attacker } from './attack.js';

const LARGE: BenchTenant = { id: 'ten_large', slug: 'large-waste' };
const REFERRALS = 100_000;
const SMALL: BenchTenant = { id: 'ten_small', slug: 'small-waste' };
const REFERRALS_OF_SMALL = 2_000;

/** Days ago of number `n`: three years, nine tenths of it all in the last 90 days, which is what a preview looks at. */
const DAYS = 1096;
const SHARE = `(1 - n / $2::bigint::float8)`;
/** One moment for all statements: the chains of the ledger hold the times of its lots. */
const momentsBefore = (now: Date): string =>
  `timestamptz '${now.toISOString()}' - interval '1 day' * greatest(100 * ${SHARE}, 90 + 10060 * (${SHARE} - 0.9))`;

/** What one attack leaves to the next: counts of callers, alarms, webhooks, events that have no place yet, rows without statistics. */
const LEFTOVERS = ['delete from rate_usage', 'delete from webhook_delivery', 'delete from webhook_endpoint'];

export interface Neighbours {
  /** Who attacks. */
  readonly large: Omit<Attacker, 'receiver'>;
  /** Who suffers. */
  readonly small: BenchPeople;
}

/** Fills a migrated database, as its superuser, with a large tenant and a small one. */
export async function fillNeighbours(client: Client, tokens: TokenIssuerService): Promise<Neighbours> {
  await client.query(`set statement_timeout = '5min'`);
  await client.query(SEEDED_ENTRIES);
  await fillTenant(client, LARGE, REFERRALS, seedAt(momentsBefore(new Date())));
  await fillTenant(client, SMALL, REFERRALS_OF_SMALL);
  await client.query('delete from abuse_rules'); // callers have addresses of their own here: the rules are the usual ones
  const { rows } = await client.query<{ code: string; lastEvent: string }>(
    `select code, last_sequence as "lastEvent" from referral_code join event_position using (tenant_id)
      where tenant_id = $1 order by customer_id limit 1`,
    [LARGE.id],
  );
  const [{ code, lastEvent } = { code: '', lastEvent: '0' }] = rows;
  return {
    large: {
      tenant: LARGE,
      token: tokens.issue({ audience: 'tenant-admin', subject: 'usr_large', tenantId: LARGE.id }),
      code,
      lastEvent: Number(lastEvent),
      since: new Date(Date.now() - DAYS * 86_400_000).toISOString(),
    },
    small: await peopleOf(client, SMALL),
  };
}

/** Removes what an attack has left, so that each finds the same but for the rows of those before it. */
export async function tidy(client: Client): Promise<void> {
  for (const statement of LEFTOVERS) await client.query(statement);
  await settle(client);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}
