import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';
import type { Action, ActionName } from './actions.js';
import { callOnce } from './load.js';
import type { Sides } from './sides.js';

/** What may differ between two calls that do the same, and the word that stands for it. */
type Mask = readonly [pattern: RegExp, word: string];

const MOMENT: Mask = [/\b\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)?/g, 'moment'];
const HASH: Mask = [/\b[0-9a-f]{64}\b/g, 'hash'];

/** An action that writes is called twice, about a thing of its own each time, and must leave the same rows. */
interface Writing {
  readonly masks: readonly Mask[];
  /** What the statement of the rows is about, from the answer. */
  readonly about: (answer: Readonly<Record<string, unknown>>) => readonly unknown[];
  readonly rows: string;
}

const rowsOf = (...selects: string[]): string => `
  select jsonb_agg(jsonb_build_array(place, written) order by place, written::text)::text as rows
    from (${selects.map((select, place) => `select ${place} as place, written from (${select}) t (written)`).join(' union all ')}) t`;

const WRITING: Partial<Record<ActionName, Writing>> = {
  enroll: {
    masks: [
      // Seeded rows have ids that begin with zeros, and are compared: both newcomers bring the same code.
      [/\b([a-z]{3})_01[0-9a-z]{24}\b/g, '$1'],
      [/friend-\w+-\d+@/g, 'friend@'],
    ],
    about: ({ customer_id, referral }) => [customer_id, (referral as { referral_id: string }).referral_id],
    rows: rowsOf(
      'select to_jsonb(t) from customer t where id = $1',
      'select to_jsonb(t) from referral t where id = $2',
      'select to_jsonb(t) from referral_timeline t where referral_id = $2',
      'select to_jsonb(t) from reward t where referral_id = $2',
      // The service also keeps a fingerprint of the caller's address.
      `select to_jsonb(t) - 'address_fingerprint' from enrollment t where customer_id = $1`,
      // Its place in the order comes a moment later.
      `select to_jsonb(t) - 'sequence' from outbox_event t where data->>'customer_id' = $1 or data->>'referral_id' = $2`,
      'select to_jsonb(lot) from credit_lot lot join reward on reward.id = lot.reward_id where referral_id = $2',
      // The second one stands behind the first in the same account; that it adds up is verified in the end.
      `select to_jsonb(entry) - array['sequence', 'balance_cents']
         from credit_entry entry
         join credit_lot lot on lot.id = entry.lot_id
         join reward on reward.id = lot.reward_id
        where referral_id = $2`,
    ),
  },
  redemption: {
    masks: [
      [/\b([a-z]{3})_[0-9a-z]{26}\b/g, '$1'],
      [/INV-\w+-\d+/g, 'invoice'],
    ],
    about: ({ id, customer_id }) => [id, customer_id],
    rows: rowsOf(
      'select to_jsonb(t) from redemption t where id = $1',
      'select to_jsonb(t) from redemption_line t where redemption_id = $1',
      'select to_jsonb(t) from reward t where redemption_id = $1',
      `select to_jsonb(line) from referral_timeline line join reward using (referral_id) where redemption_id = $1`,
      `select to_jsonb(t) - 'sequence' from outbox_event t where data->>'redemption_id' = $1`,
      'select to_jsonb(t) from enrollment t where customer_id = $2',
      'select to_jsonb(t) from credit_account t where customer_id = $2',
      'select to_jsonb(t) from credit_lot t where customer_id = $2',
      'select to_jsonb(t) from credit_entry t where customer_id = $2',
    ),
  },
};

/**
 * Both sides answer alike, and those that write leave the same rows.
 * @throws Error with what each of them said
 */
export async function requireAgreement(sides: Sides, { name, twice }: Action, client: Client): Promise<void> {
  const [first, second] = twice();
  const floor = await callOnce(sides.floor.port, first);
  const service = await callOnce(sides.service.port, second);
  const writing = WRITING[name];
  if (writing === undefined) {
    requireSame(name, floor, service);
    return;
  }
  requireSame(name, masked(floor, writing), masked(service, writing));
  requireSame(
    `rows of ${name}`,
    await written(client, floor, writing),
    await written(client, service, writing),
  );
}

const masked = (text: string, { masks }: Writing): string =>
  [...masks, MOMENT, HASH].reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);

/** Everything that a call has left in the tables. */
async function written(client: Client, answer: string, writing: Writing): Promise<string> {
  const about = writing.about(JSON.parse(answer) as Record<string, unknown>);
  const { rows } = await client.query<{ rows: string }>(writing.rows, [...about]);
  return masked(rows[0]?.rows ?? '', writing);
}

/** As JSON: spaces between its parts say nothing. */
function requireSame(what: string, floor: string, service: string): void {
  if (isDeepStrictEqual(JSON.parse(floor), JSON.parse(service))) return;
  throw new Error(`Floor and service differ in ${what}.\n  floor:   ${floor}\n  service: ${service}`);
}
