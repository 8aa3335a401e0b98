import { parse } from 'csv-parse/sync';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '../../src/core/http/page.js';
import type { ReferralAnswer, SideReward } from '../../src/referral/referral.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import {
  anApiKey,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  GIVE_TEN_GET_TEN,
  type TestTenant,
} from '../support/factories.js';
import { changed, expectInvalid, expectProblem } from './expectations.js';

const PATH = '/api/referrals/export.csv';
const COLUMNS = [
  ...['id', 'created_at', 'status', 'rewards_applied', 'referral_code'],
  ...['referrer_customer_id', 'referrer_name', 'referrer_email'],
  ...['referee_customer_id', 'referee_name', 'referee_email'],
  ...['type', 'value', 'status', 'applied_at'].map((field) => `referrer_reward_${field}`),
  ...['type', 'value', 'status', 'applied_at'].map((field) => `referee_reward_${field}`),
  ...['referrer_reward_withheld', 'referee_reward_withheld'],
];

type Row = Record<string, string>;
const rowsOf = ({ body }: Reply<string>): Row[] => parse<Row>(body, { columns: true });

async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(20);
}

const rewardOf = (side: string, reward: SideReward | null): Row =>
  Object.fromEntries(
    (['type', 'value', 'status', 'applied_at'] as const).map((field) => [
      `${side}_reward_${field}`,
      String(reward?.[field] ?? ''),
    ]),
  );

/** Copies the tenant's referral, to fill several pages. Each copy is a second older than the one before. */
const MANY = `
  with friend as (
    insert into customer (tenant_id, id, name, email, canonical_email, status, created_at)
    select $1, 'friend_' || n, 'Friend ' || repeat('x', 190), n || '@friends.example', n || '@friends.example', 'active', now()
      from generate_series(1, $2::int) n returning id)
  insert into referral (tenant_id, id, referrer_customer_id, referee_customer_id, referral_code, terms_version, status, created_at)
  select r.tenant_id, 'ref_' || friend.id, r.referrer_customer_id, friend.id, r.referral_code, r.terms_version, 'pending',
         now() - substr(friend.id, 8)::int * interval '1 second'
    from friend, (select * from referral where tenant_id = $1 limit 1) r`;

describe(`GET ${PATH}`, () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => {
    tenant = await aTenant(app, { program: changed(GIVE_TEN_GET_TEN, { referral_reward_value: 0 }) });
    const { code } = await aReferrer(app, tenant, {
      id: 'ann',
      name: '=cmd|calc!A1',
      email: 'ann@start.example',
    });
    await aReferee(app, tenant, {
      name: 'Ada "the first", Countess',
      email: 'ada@start.example',
      referral_code: code,
    });
    await aReferee(app, tenant, { name: '+1 555', referral_code: code });
  });

  const exported = (query = '', token = tenant.admin): Promise<Reply<string>> =>
    app.get<string>(`${PATH}${query}`, token);
  const listed = async (query = ''): Promise<ReferralAnswer[]> =>
    (await app.get<Page<ReferralAnswer>>(`/api/referrals${query}`, tenant.admin)).body.data;

  /** Creates a tenant with many pages of referrals. */
  async function aBusyTenant(count: number): Promise<TestTenant> {
    const busy = await aTenant(app);
    const { code } = await aReferrer(app, busy);
    await aReferee(app, busy, { referral_code: code });
    await app.database.sql(MANY, [busy.id, count]);
    return busy;
  }

  it.each([PATH, '/api/analytics/liability?format=csv'])(
    'begins with a byte order mark, so that spreadsheets read names as they are: %s',
    async (path) => {
      const answer = await fetch(app.url + path, { headers: { authorization: `Bearer ${tenant.admin}` } });
      const start = Buffer.from(await answer.arrayBuffer()).subarray(0, 4);
      expect(start.toString('hex')).toMatch(/^efbbbf/);
    },
  );

  it('is an attachment, with the date in its name', async () => {
    const { status, headers, body } = await exported();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const day = new Date().toISOString().slice(0, 10);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="referrals-${day}.csv"`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.split('\r\n')[0]).toBe(COLUMNS.join(','));
  });

  it('has the same values for each referral as the list', async () => {
    const all = await listed();
    expect(rowsOf(await exported())).toEqual(
      all.map(({ referrer_reward, referee_reward, ...referral }) => ({
        ...referral,
        rewards_applied: String(referral.rewards_applied),
        referrer_name: `'${referral.referrer_name}`,
        referee_name: referral.referee_name.replace(/^\+/, "'+"),
        ...rewardOf('referrer', referrer_reward),
        ...rewardOf('referee', referee_reward),
        referrer_reward_withheld: referral.referrer_reward_withheld ?? '',
        referee_reward_withheld: referral.referee_reward_withheld ?? '',
      })),
    );
  });

  it('escapes names that begin like a formula', async () => {
    const { body } = await exported();
    expect(body).toContain(",'=cmd|calc!A1,");
    expect(body).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it.each([
    'status=qualified',
    'status=applied',
    'q=ada',
    'referrer_customer_id=ann',
    'referrer_customer_id=bob',
    'sort=created_at',
    'created_after=2100-01-01T00:00:00Z',
    'created_before=2100-01-01T00:00:00Z',
  ])('filters and sorts by ?%s as the list does', async (query) => {
    const ids = (await listed(`?${query}`)).map(({ id }) => id);
    expect(rowsOf(await exported(`?${query}`)).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['limit=5', 'limit'],
    ['cursor=x', 'cursor'],
    ['status=won', 'status'],
    ['sort=name', 'sort'],
    ['format=json', 'format'],
  ])('refuses ?%s, naming %s', async (query, field) => {
    expectInvalid(await exported(`?${query}`), field);
  });

  it('is only a header when there are no referrals', async () => {
    const { body } = await exported('', (await aTenant(app)).admin);
    expect(body).toBe(`${COLUMNS.join(',')}\r\n`);
  });

  it('requires a key that may read', async () => {
    const [reads, enrolls] = [await anApiKey(app, tenant, ['read']), await anApiKey(app, tenant, ['enroll'])];
    expect((await exported('', reads.key)).status).toBe(200);
    expectProblem(await exported('', enrolls.key), 403, 'insufficient_scope');
  });

  it('does not hide the route of a referral', async () => {
    expectProblem(await app.get('/api/referrals/export', tenant.admin), 404, 'referral_not_found');
  });

  describe('of many referrals', () => {
    const COUNT = 25_000;
    /** Minimum length of the file: more than socket buffers hold. */
    const LENGTH = COUNT * 400;
    let busy: TestTenant;

    beforeAll(async () => (busy = await aBusyTenant(COUNT)));

    /** Opens a connection that reads the beginning, and no more. */
    async function reading(): Promise<Socket> {
      const { pathname, hostname, port } = new URL(`${app.url}${PATH}`);
      const reader = connect(Number(port), hostname);
      reader.write(`GET ${pathname} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${busy.admin}\r\n\r\n`);
      await once(reader, 'data');
      return reader.pause();
    }

    /** Counts the open transactions in the database. */
    const open = (): Promise<number> =>
      app.database.count(
        `pg_stat_activity where datname = current_database() and usename = 'referral_service' and state <> 'idle'`,
      );

    it.each(['-created_at', 'created_at'])('has each referral once with ?sort=%s', async (sort) => {
      const rows = rowsOf(await exported(`?sort=${sort}`, busy.admin));
      expect(rows).toHaveLength(COUNT + 1);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(COUNT + 1);
      const times = rows.map(({ created_at }) => created_at ?? '');
      expect(times).toEqual(sort === 'created_at' ? times.toSorted() : times.toSorted().toReversed());
    });

    it('reads no faster than the client, and holds no database connection meanwhile', async () => {
      const sending = once(app.fastify.server, 'connection') as Promise<[Socket]>;
      const reader = await reading();
      const [sender] = await sending;
      await eventually(async () => {
        const before = sender.bytesWritten;
        await setTimeout(200);
        return sender.bytesWritten === before;
      });
      expect(sender.bytesWritten).toBeLessThan(LENGTH / 2);
      expect(await open()).toBe(0);
      reader.destroy();
      await eventually(() => sender.destroyed);
    });

    it('ends when the client disconnects halfway, and leaves nothing open', async () => {
      const senders: Socket[] = [];
      const keep = (socket: Socket): unknown => senders.push(socket);
      app.fastify.server.on('connection', keep);
      for (const reader of await atOnce(12, reading)) reader.destroy();
      app.fastify.server.off('connection', keep);
      expect(senders).toHaveLength(12);
      await eventually(() => senders.every(({ destroyed }) => destroyed));
      await eventually(async () => (await open()) === 0);
      expect((await exported()).status).toBe(200);
    });

    it('breaks the connection when it fails halfway, so that a part never looks complete', async () => {
      const answer = await fetch(`${app.url}${PATH}`, { headers: { authorization: `Bearer ${busy.admin}` } });
      const reader = answer.body?.getReader();
      await reader?.read();
      await app.database.sql('alter table reward rename to mislaid');
      const rest = async (): Promise<void> => {
        while (!(await reader?.read())?.done);
      };
      await expect(rest()).rejects.toThrow('terminated');
      expectProblem(await app.get(PATH, busy.admin), 500, 'internal_error');
      await app.database.sql('alter table mislaid rename to reward');
      expect((await exported()).status).toBe(200);
    });
  });
});
