import { type StoredLine, timelineSentence } from '../../src/customer/timeline-sentence.js';
import { SERVICE_ROLE } from '../../src/core/database/tenant-scope.js';
import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import { LedgerService } from '../../src/reward/ledger/ledger.service.js';
import { inVain } from '../e2e/expectations.js';
import { TestApp } from '../support/app.js';
import {
  aCustomer,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  grantCredit,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';
import { meetingAt, theCustomer } from './meeting.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Of a tenant's customers below: two friends' discounts, John's two credits, Jane's grant that expires. */
const DUE_CUSTOMERS = 4;

let app: TestApp;
let sweep: DueSweepService;

beforeEach(async () => {
  app = await TestApp.start();
  sweep = app.nest.get(DueSweepService);
});
afterEach(() => app.stop());

const aDayLater = (): void => {
  app.setClockAhead(DAY_MS + MINUTE_MS);
};

/** A tenant for whom time has a lot to do: after one day, and after another. */
async function aBusyTenant(currency = 'USD'): Promise<TestTenant> {
  const tenant = await aTenant(app, { currency });
  await saveProgram(app, tenant, {
    referral_reward_type: 'credit',
    referral_reward_value: 20,
    referral_hold_days: 1,
    referral_reward_expires_days: 1,
  });
  const { code } = await aReferrer(app, tenant);
  await aReferee(app, tenant, { referral_code: code });
  await aReferee(app, tenant, { referral_code: code });
  await aCreditFor(tenant, 500);
  await grantCredit(app, tenant, (await aCustomer(app, tenant)).id, 700); // for ever
  return tenant;
}

/** A customer whose grant expires within a day. */
async function aCreditFor(tenant: TestTenant, cents: number, id?: string): Promise<string> {
  const customer = await aCustomer(app, tenant, id === undefined ? {} : { id });
  const expiry = new Date(Date.now() + DAY_MS).toISOString();
  await grantCredit(app, tenant, customer.id, cents, expiry);
  return customer.id;
}

/** How many rows there are of each name. */
async function tally(name: string, from: string, tenant: { id: string }): Promise<Record<string, number>> {
  const rows = await app.database.sql<{ name: string; count: number }>(
    `select ${name} as name, count(*)::int as count from ${from} where tenant_id = $1 group by 1`,
    [tenant.id],
  );
  return Object.fromEntries(rows.map(({ name: key, count }) => [key, count]));
}

const rewards = (tenant: TestTenant): Promise<object> => tally(`type || ' ' || status`, 'reward', tenant);
const entries = (tenant: TestTenant): Promise<object> => tally('kind', 'credit_entry', tenant);
const events = (tenant: TestTenant): Promise<object> =>
  tally('type', `(select * from outbox_event where type like 'reward.%') event`, tenant);
/** How often each sentence stands in the timelines. */
async function told(tenant: TestTenant): Promise<Record<string, number>> {
  const lines = await app.database.sql<StoredLine & { actor: string }>(
    `select event, actor, data from referral_timeline where tenant_id = $1 and event like 'reward.%'`,
    [tenant.id],
  );
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const text = `${line.actor}: ${timelineSentence(line, tenant.currency, 'en')}`;
    counts[text] = (counts[text] ?? 0) + 1;
  }
  return counts;
}

const expectValid = async (tenant: { id: string }): Promise<void> => {
  const { valid, first_failure } = await app.nest.get(LedgerService).verify(tenant.id);
  expect({ valid, first_failure }).toEqual({ valid: true, first_failure: null });
};

/** Keeps a customer from everybody else until the test commits. */
async function lock(tenant: TestTenant, id: string): Promise<void> {
  const [text, ...values] = theCustomer(tenant, id);
  await app.database.sql('begin');
  await app.database.sql(text, values);
}

describe('the sweep of what has come due', () => {
  it('books, for many customers of several tenants, what time has brought, and tells of it', async () => {
    const tenants = [await aBusyTenant('USD'), await aBusyTenant('JPY'), await aBusyTenant('KWD')];
    await app.database.sql(`update tenant set status = 'suspended' where id = $1`, [tenants[2]?.id]);
    await app.database.sql(`update customer set status = 'inactive'`);
    expect(await inVain(app, () => sweep.run())).toBe(0);

    aDayLater();
    expect(await sweep.run()).toBe(DUE_CUSTOMERS * tenants.length);
    for (const tenant of tenants) {
      expect(await rewards(tenant)).toEqual({ 'credit applied': 2, 'discount_percent available': 2 });
      expect(await entries(tenant)).toEqual({ grant: 4, expire: 1 });
      expect(await events(tenant)).toEqual({ 'reward.applied': 2, 'reward.available': 2 });
      const amount = { USD: '20.00 USD', JPY: '20 JPY', KWD: '20.000 KWD' }[tenant.currency] ?? '';
      expect(await told(tenant)).toEqual({
        [`system: referrer's ${amount} credit put on the account`]: 2,
        "system: referee's 10 % can be used": 2,
      });
    }
    expect(await inVain(app, () => sweep.run())).toBe(0);

    app.setClockAhead(2 * DAY_MS + MINUTE_MS);
    expect(await sweep.run()).toBe(3 * tenants.length);
    for (const tenant of tenants) {
      expect(await rewards(tenant)).toEqual({ 'credit applied': 2, 'discount_percent expired': 2 });
      expect(await entries(tenant)).toEqual({ grant: 4, expire: 3 });
      expect(await events(tenant)).toEqual({
        'reward.applied': 2,
        'reward.available': 2,
        'reward.expired': 2,
      });
      expect(await told(tenant)).toMatchObject({ "system: referee's 10 % expired unused": 2 });
      await expectValid(tenant);
    }
    expect(await inVain(app, () => sweep.run())).toBe(0);
  });

  it('books all steps of what nobody looked at for long, in their order', async () => {
    const tenant = await aBusyTenant('JPY');
    app.setClockAhead(3 * DAY_MS);
    expect(await sweep.run()).toBe(DUE_CUSTOMERS);
    expect(await rewards(tenant)).toEqual({ 'credit applied': 2, 'discount_percent expired': 2 });
    expect(await entries(tenant)).toEqual({ grant: 4, expire: 3 });
    const steps = await app.database.sql<{ steps: string }>(
      `select string_agg(event, ' ' order by id) as steps from referral_timeline
        where data->>'role' = 'referee' group by referral_id`,
    );
    expect(steps.map(({ steps: each }) => each)).toEqual(Array(2).fill('reward.available reward.expired'));
    await expectValid(tenant);
  });

  /** Ten runs that meet at the first customer with something due. */
  const tenRuns = (tenant: TestTenant): Promise<number[]> => {
    aDayLater();
    const everybody: [string, string] = ['select from customer where tenant_id = $1 for update', tenant.id];
    return meetingAt(app, everybody, () => atOnce(10, () => sweep.run()));
  };

  it('books each thing once, when ten run at once', async () => {
    const tenant = await aBusyTenant('KWD');
    await tenRuns(tenant);
    expect(await entries(tenant)).toEqual({ grant: 4, expire: 1 });
    expect(await events(tenant)).toEqual({ 'reward.applied': 2, 'reward.available': 2 });
    expect(Object.values(await told(tenant))).toEqual([2, 2]);
    await expectValid(tenant);
  });

  it('says for how many customers it has booked something, and not what another run booked', async () => {
    const settled = await tenRuns(await aBusyTenant());
    expect(settled.reduce((sum, count) => sum + count)).toBe(DUE_CUSTOMERS);
  });

  it('serves everybody else when one customer can’t be served, and that one the next time', async () => {
    const [first, second] = [await aBusyTenant('JPY'), await aBusyTenant('KWD')];
    const stuck = [await aCreditFor(first, 100, '0_first'), await aCreditFor(second, 100, 'zzz_last')];
    await app.database.sql(`alter table credit_entry add constraint cannot_be_served
      check (kind <> 'expire' or customer_id not in ('${stuck.join("', '")}')) not valid`);
    aDayLater();
    await expect(sweep.run()).rejects.toThrow('cannot_be_served');
    for (const tenant of [first, second]) {
      expect(await rewards(tenant)).toEqual({ 'credit applied': 2, 'discount_percent available': 2 });
      expect(await entries(tenant)).toEqual({ grant: 5, expire: 1 });
    }
    await app.database.sql('alter table credit_entry drop constraint cannot_be_served');
    expect(await sweep.run()).toBe(stuck.length);
    for (const tenant of [first, second]) {
      expect(await entries(tenant)).toEqual({ grant: 5, expire: 2 });
      await expectValid(tenant);
    }
  });

  it('does not let everybody wait for one customer whose lock somebody holds for long', async () => {
    const tenant = await aBusyTenant();
    const locked = await aCreditFor(tenant, 100, '0_first');
    await app.database.sql(`alter database ${app.database.name} set lock_timeout = '200ms'`);
    await app.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1`,
      [SERVICE_ROLE], // so that every session is one of those to come
    );
    aDayLater();
    await lock(tenant, locked);
    await expect(sweep.run()).rejects.toMatchObject({
      code: 'database_unavailable',
      cause: { code: '55P03' },
    });
    await app.database.sql('commit');
    expect(await entries(tenant)).toEqual({ grant: 5, expire: 1 });
    expect(await sweep.run()).toBe(1);
  });

  it('stops between two customers when it is told to, and the next run does the rest', async () => {
    const tenant = await aTenant(app);
    for (const id of ['a', 'b', 'c', 'd']) await aCreditFor(tenant, 100, id);
    aDayLater();
    const expired = (): Promise<{ customer_id: string }[]> =>
      app.database.sql(`select customer_id from credit_entry where kind = 'expire' order by 1`);
    const stopping = new AbortController();
    await lock(tenant, 'b');
    const run = sweep.run(stopping.signal);
    const waiting = 'pg_locks where not granted and transactionid = pg_current_xact_id()::xid';
    await eventually(async () => (await app.database.count(waiting)) > 0);
    stopping.abort();
    await app.database.sql('commit');
    expect(await run).toBe(2);
    expect((await expired()).map(({ customer_id: id }) => id)).toEqual(['a', 'b']);
    expect(await inVain(app, () => sweep.run(AbortSignal.abort()))).toBe(0);
    expect(await sweep.run(new AbortController().signal)).toBe(2);
    await expectValid(tenant);
  });

  it('gets to everybody, however many tenants and customers there are', async () => {
    const many = 501;
    const [first, last] = [await aTenant(app), await aTenant(app)];
    await app.database.sql(
      `insert into tenant (id, slug, name, currency, status, created_at)
       select 'some_' || n, 'some-' || n, 'Some', 'USD', 'active', now() from generate_series(1, 400) n`,
    );
    for (const [tenant, count] of [[first, many] as const, [last, 1] as const]) {
      await aCustomer(app, tenant, { id: 'john' });
      await app.database.sql(
        `with friend as (insert into customer (tenant_id, id, name, email, canonical_email, status, created_at)
           select $1, 'friend_' || n, 'Friend', 'friend' || n || '@example.com', '', 'active', now()
             from generate_series(1, $2::int) n returning *),
         referral as (insert into referral (tenant_id, id, referrer_customer_id, referee_customer_id, referral_code,
                                            terms_version, status, created_at)
           select $1, 'ref_' || id, 'john', id, 'ABCDEFGH', 1, 'qualified', now() from friend returning *)
         insert into reward (tenant_id, id, referral_id, customer_id, role, type, value_units, status, available_at,
                             created_at, used_cents, shortfall_cents)
         select $1, 'rwd_' || id, id, referee_customer_id, 'referee', 'discount_percent', 1000, 'pending',
                now(), now(), 0, 0 from referral`,
        [tenant.id, count],
      );
    }
    expect(await sweep.run()).toBe(many + 1);
    expect([await rewards(first), await rewards(last)]).toEqual([
      { 'discount_percent available': many },
      { 'discount_percent available': 1 },
    ]);
  }, 60_000);
});
