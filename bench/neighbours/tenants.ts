import type { Client } from 'pg';
import type { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import { type BenchPeople, type BenchTenant, fillTenant, peopleOf, settle } from '../data.js';
import { seedAt, SEEDED_ENTRIES } from '../seed.js';
import type { Attacker } from './attack.js';

const LARGE: BenchTenant = { id: 'ten_large', slug: 'large-waste' };
const REFERRALS = 100_000;
const SMALL: BenchTenant = { id: 'ten_small', slug: 'small-waste' };
const REFERRALS_OF_SMALL = 2_000;

/** Computes the days since number `n`: over three years, nine tenths in the last 90 days, which a preview reads. */
const DAYS = 1096;
const SHARE = `(1 - n / $2::bigint::float8)`;
/** The same time for all statements: the ledger's hash chains contain the times of its lots. */
const momentsBefore = (now: Date): string =>
  `timestamptz '${now.toISOString()}' - interval '1 day' * greatest(100 * ${SHARE}, 90 + 10060 * (${SHARE} - 0.9))`;

/** Removes what one attack leaves to the next: rate counts, alarms, webhooks, unnumbered events, stale statistics. */
const LEFTOVERS = ['delete from rate_usage', 'delete from webhook_delivery', 'delete from webhook_endpoint'];

export interface Neighbours {
  /** The attacker. */
  readonly large: Omit<Attacker, 'receiver'>;
  /** The tenant that is measured. */
  readonly small: BenchPeople;
}

/** Fills a migrated database, as its superuser, with a large tenant and a small one. */
export async function fillNeighbours(client: Client, tokens: TokenIssuerService): Promise<Neighbours> {
  await client.query(`set statement_timeout = '5min'`);
  await client.query(SEEDED_ENTRIES);
  await fillTenant(client, LARGE, REFERRALS, seedAt(momentsBefore(new Date())));
  await fillTenant(client, SMALL, REFERRALS_OF_SMALL);
  await client.query('delete from abuse_rules'); // each caller has an address here, so the default rules can apply
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

/** Cleans up after an attack. Only the rows that attacks have added stay. */
export async function tidy(client: Client): Promise<void> {
  for (const statement of LEFTOVERS) await client.query(statement);
  await settle(client);
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}
