import { randomBytes } from 'node:crypto';
import type { Ask, Attack, Attacker, AttackRequest } from './attack.js';

const FILE_BYTES = 5_000_000;
const FILE_ROWS = 10_000;
/** The twentieth unknown code raises the alarm. */
const GUESSES_BEFORE = 30;
const RECEIVERS = 5;
/** The largest number that one call may redeliver. */
const REPLAYED = 10_000;
const PEOPLE = 100;
const PROMOS = 20;

const json = { 'content-type': 'application/json' };

const bearer = ({ token }: Attacker): Record<string, string> => ({ authorization: `Bearer ${token}` });

const post = (
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): AttackRequest & { readonly headers: Readonly<Record<string, string>> } => ({
  method: 'POST',
  path,
  headers: { ...json, ...headers },
  body: JSON.stringify(body),
});

const fileOf = (attacker: Attacker, rows: string): AttackRequest => ({
  method: 'POST',
  path: '/api/customers/import',
  headers: { ...bearer(attacker), 'content-type': 'text/csv' },
  body: rows,
});

const filled = (row: string): string => {
  const header = 'name,email\n';
  return header + row.repeat((FILE_BYTES - header.length) / row.length);
};

/** Repeats one request, the next as soon as the last is answered. */
const again = (request: AttackRequest): Attack => ({ connections: 1, round: (ask) => ask(request) });

/**
 * Sends each request from an address of its own: from few addresses, the limit per address would stop the strangers
 * before they came near the tenant's limit, and only that one could affect other tenants.
 */
const stranger = (): Record<string, string> => ({
  'x-forwarded-for': `10.77.${[...randomBytes(2)].join('.')}`,
});

/** All with one code, the worst case: each holds a connection while it waits for the referrer's account. */
const newcomer = ({ code }: Attacker): Record<string, string> => ({
  name: 'New Friend',
  email: `newcomer-${randomBytes(8).toString('hex')}@example.com`,
  referral_code: code,
});

/** Of 32 symbols to the power of 8, hardly any is somebody's code. */
const wrongCode = (): string =>
  [...randomBytes(8)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.charAt(byte & 31)).join('');

const guess = (attacker: Attacker, headers: Readonly<Record<string, string>> = {}): AttackRequest =>
  post(
    '/api/enrollments',
    { ...newcomer(attacker), referral_code: wrongCode(), tenant_slug: attacker.tenant.slug },
    { ...stranger(), ...headers },
  );

const idIn = (body: string): string => /"id":"([^"]+)"/.exec(body)?.[1] ?? 'none';

function heldReceivers(attacker: Attacker): Attack {
  const [headers, path] = [bearer(attacker), '/api/webhooks'];
  const from_sequence = attacker.lastEvent - REPLAYED + 1;
  return {
    connections: 1,
    before: async (ask) => {
      for (let receiver = 0; receiver < RECEIVERS; receiver++) {
        const made = await ask(post(path, { url: attacker.receiver, events: ['*'] }, headers));
        await ask(
          post(`${path}/${idIn(made)}/replay`, { from_sequence, to_sequence: attacker.lastEvent }, headers),
        );
      }
    },
    round: (ask) => {
      const { name = '', email = '' } = newcomer(attacker);
      return ask(post('/api/customers', { name, email }, headers));
    },
  };
}

/** Imports people and erases them one by one, the only way there is; creates promos and deletes them. */
function deletions(attacker: Attacker): Attack {
  const headers = bearer(attacker);
  const remove = (ask: Ask, path: string): Promise<string> => ask({ method: 'DELETE', path, headers });
  return {
    connections: 2,
    round: async (ask, round) => {
      const ids = Array.from({ length: PEOPLE }, (_, index) => `person-${round}-${index}`);
      const rows = ids.map((id) => `${id},Somebody,${id}@example.com`);
      await ask(fileOf(attacker, `id,name,email\n${rows.join('\n')}\n`));
      for (const id of ids) await remove(ask, `/api/customers/${id}`);
      for (let promo = 0; promo < PROMOS; promo++) {
        const terms = { discount_type: 'discount_percent', discount_value: 10 };
        const made = await ask(post('/api/promos', { ...terms, code: `P${round}X${promo}` }, headers));
        await remove(ask, `/api/promos/${idIn(made)}`);
      }
    },
  };
}

/** What a large tenant, or somebody in its name, does to the others, in the order of measurement. */
export const ATTACKS: Readonly<Record<string, (attacker: Attacker) => Attack>> = {
  'imports 10,000 rows': (attacker) => ({
    connections: 1,
    round: (ask, file) => {
      const rows = Array.from(
        { length: FILE_ROWS },
        (_, row) => `Somebody,file-${file}-${row}@example.com\n`,
      );
      return ask(fileOf(attacker, `name,email\n${rows.join('')}`));
    },
  }),
  'imports 5 MB of blank rows': (attacker) => again(fileOf(attacker, filled(' \n'))),
  'imports 5 MB of rows with a comma': (attacker) => again(fileOf(attacker, filled(',\n'))),
  'previews terms': (attacker) =>
    again(
      post(
        '/api/referrals/config/preview',
        {
          referral_enabled: true,
          referral_reward_type: 'credit',
          referral_reward_value: 30,
          referral_reward_referee_type: 'discount_percent',
          referral_reward_referee_value: 20,
        },
        bearer(attacker),
      ),
    ),
  'exports its referrals': (attacker) =>
    again({ path: '/api/referrals/export.csv', headers: bearer(attacker) }),
  'asks for the summary of three years': (attacker) =>
    again({
      path: `/api/analytics/summary?interval=week&from=${attacker.since}`,
      headers: bearer(attacker),
    }),
  'verifies its ledger': (attacker) => again({ path: '/api/ledger/verify', headers: bearer(attacker) }),
  'enrolls in public, 64 connections': (attacker) => ({
    connections: 64,
    round: (ask) =>
      ask(post('/api/enrollments', { ...newcomer(attacker), tenant_slug: attacker.tenant.slug }, stranger())),
  }),
  'enrolls with a token, 64 connections': (attacker) => ({
    connections: 64,
    round: (ask) => ask(post('/api/enrollments', newcomer(attacker), bearer(attacker))),
  }),
  'guesses codes, 64 connections': (attacker) => ({
    connections: 64,
    before: async (ask) => {
      for (let guesses = 0; guesses < GUESSES_BEFORE; guesses++) await ask(guess(attacker));
    },
    round: async (ask) => {
      await ask(guess(attacker));
      await ask(guess(attacker, { 'idempotency-key': randomBytes(16).toString('hex') }));
    },
  }),
  'sends forged API keys, 16 connections': () => ({
    connections: 16,
    round: (ask) => {
      const key = `rk_${randomBytes(13).toString('hex')}_${randomBytes(32).toString('hex')}`;
      return ask({ path: '/api/referrals', headers: { authorization: `Bearer ${key}` } });
    },
  }),
  'sends headers of 15,800 bytes, 2 connections': () => ({
    connections: 2,
    round: (ask) => ask({ path: '/api/referrals', headers: { authorization: 'A'.repeat(15_800) } }),
  }),
  'holds webhooks open': heldReceivers,
  'imports and deletes, 2 connections': deletions,
};
