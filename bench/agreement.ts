import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import type { Action } from './actions.js';
import { callOnce } from './load.js';
import type { Sides } from './sides.js';

/** Ids and moments of what was just made; seeded rows have ids that begin with zeros, and are compared. */
const FRESH_ID = /\b([a-z]{3})_01[0-9a-z]{24}\b/g;
const MOMENT = /\b\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)?/g;
const NEWCOMER = /friend-\w+-\d+@/g;

const masked = (text: string): string => text.replace(FRESH_ID, '$1').replace(MOMENT, 'moment');

/**
 * The same call to both sides is answered by the same body. An enrollment is made twice, with the same code and an
 * address each, and must write the same rows.
 * @throws Error with both bodies
 */
export async function requireAgreement(sides: Sides, { name, twice }: Action, client: Client): Promise<void> {
  const [first, second] = twice();
  const floor = await callOnce(sides.floor.port, first);
  const service = await callOnce(sides.service.port, second);
  if (name !== 'enroll') {
    requireSame(name, floor, service);
    return;
  }
  requireSame(name, masked(floor), masked(service));
  requireSame('rows of enroll', await rowsOf(client, floor), await rowsOf(client, service));
}

/** As JSON: spaces between its parts say nothing. */
function requireSame(what: string, floor: string, service: string): void {
  if (isDeepStrictEqual(JSON.parse(floor), JSON.parse(service))) return;
  throw new Error(`Floor and service differ in ${what}.\n  floor:   ${floor}\n  service: ${service}`);
}

const ROWS = `
  select jsonb_agg(to_jsonb(written) order by place, written::text)::text as rows
    from (select 1 as place, to_jsonb(t) as row from customer t where id = $1
          union all select 2, to_jsonb(t) from referral t where referee_customer_id = $1
          union all select 3, to_jsonb(t) from referral_timeline t where referral_id = $2
          union all select 4, to_jsonb(t) from reward t where referral_id = $2
          union all select 5, to_jsonb(t) from enrollment t where customer_id = $1
          union all select 6, to_jsonb(t) from outbox_event t where data::text like '%' || $1 || '%') written`;

/** Everything that an enrollment left in the tables. */
async function rowsOf(client: Client, answer: string): Promise<string> {
  const { customer_id, referral } = JSON.parse(answer) as {
    customer_id: string;
    referral: { referral_id: string };
  };
  const { rows } = await client.query<{ rows: string }>(ROWS, [customer_id, referral.referral_id]);
  return masked(rows[0]?.rows ?? '').replace(NEWCOMER, 'friend@');
}
