import type { LiabilityAnswer } from '../../src/reports/analytics/liability.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { expectInvalid, inVain } from './expectations.js';
import { aFriendOf, referrerGets, reverse } from './redemption-readings.js';

type Movement = LiabilityAnswer['credit'];

const PATH = '/api/analytics/liability';
const FIRST_OF_FEBRUARY = '2026-02-01T00:00:00.000Z';
const REASON = { reason: 'a test' };
const NOTHING = {
  opening_cents: 0,
  granted_cents: 0,
  used_cents: 0,
  expired_cents: 0,
  reversed_cents: 0,
  adjusted_cents: 0,
  closing_cents: 0,
} satisfies Movement;

const app = useTestApp();
let tenant: TestTenant;

/** Holds the product's clock at a moment. */
function at(moment: string): void {
  app.stopClockAt(moment);
}

const ask = <Body = LiabilityAnswer>(query: object = {}, { admin } = tenant): Promise<Reply<Body>> =>
  app.get<Body>(`${PATH}?${new URLSearchParams({ ...query }).toString()}`, admin);
const report = async (query: object = {}, of = tenant): Promise<LiabilityAnswer> => {
  const { status, body } = await ask(query, of);
  expect(status).toBe(200);
  return body;
};
const movement = async (from: string, to: string): Promise<Movement> => (await report({ from, to })).credit;

/** What there is of each age, as `from-to: numbers`; ages with nothing are left out. */
const ages = (list: readonly { from_days: number; to_days: number | null }[]): string[] =>
  list.flatMap(({ from_days, to_days, ...values }) => {
    const numbers = Object.values<number>(values);
    return numbers.some((value) => value > 0) ? [`${from_days}-${to_days ?? ''}: ${numbers.join(' ')}`] : [];
  });

describe.each(CURRENCIES)('the movement of credit in a period, in $currency', ({ currency, cents }) => {
  let john: TestReferrer;

  /** Every kind of entry, in three months. */
  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
    at('2026-01-10T09:00:00Z');
    await saveProgram(app, tenant, {
      ...referrerGets('credit', 20),
      referral_reward_referee_type: 'credit',
      referral_reward_referee_value: 10,
      referral_reward_expires_days: 60,
    });
    const friend = await aFriendOf(app, tenant, john);
    at('2026-01-20T00:00:00Z');
    await grantCredit(app, tenant, john.id, cents(7));
    at(FIRST_OF_FEBRUARY);
    const { body: redemption } = await redeem(app, tenant, john.id, { amount_cents: cents(12) });
    at('2026-02-10T00:00:00Z');
    await reverse(app, tenant, redemption.id, { amount_cents: cents(5) });
    at('2026-02-15T00:00:00Z');
    await grantCredit(app, tenant, john.id, cents(-3));
    at('2026-02-20T00:00:00Z');
    await app.post(`/api/rewards/${friend.refereeReward}/void`, REASON, tenant.admin);
    at('2026-03-15T00:00:00Z'); // John's 20 expired on the 11th
    await grantCredit(app, tenant, john.id, 1);
    at('2026-03-20T00:00:00Z');
    await reverse(app, tenant, redemption.id);
    at('2026-03-31T12:00:00Z');
  });

  it('is broken down by kind, month by month', async () => {
    const opening = { ...NOTHING, granted_cents: cents(37), closing_cents: cents(37) };
    expect(await movement('2026-01-01T00:00:00Z', FIRST_OF_FEBRUARY)).toEqual(opening);
    expect(await movement(FIRST_OF_FEBRUARY, '2026-03-01T00:00:00Z')).toEqual({
      ...NOTHING,
      opening_cents: cents(37),
      used_cents: cents(7),
      reversed_cents: cents(10),
      adjusted_cents: cents(3),
      closing_cents: cents(17),
    });
    // What a reversal gave back to a grant that had expired was used no more, and has expired.
    expect(await movement('2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual({
      ...NOTHING,
      opening_cents: cents(17),
      granted_cents: 1,
      used_cents: cents(-7),
      expired_cents: cents(17),
      closing_cents: cents(7) + 1,
    });
  });

  /** What the tables say by themselves: sums of each kind, and the running balances of everybody's last entries. */
  async function booked(from: string, to: string): Promise<Movement> {
    const kinds = await app.database.sql<{ kind: string; cents: string }>(
      `select kind, sum(amount_cents) as cents from credit_entry
        where tenant_id = $1 and created_at >= $2 and created_at < $3 group by kind`,
      [tenant.id, from, to],
    );
    const sum = (...names: string[]): number =>
      kinds.filter(({ kind }) => names.includes(kind)).reduce((total, { cents }) => total + Number(cents), 0);
    const balance = async (before: string): Promise<number> => {
      const rows = await app.database.sql<{ cents: string }>(
        `select distinct on (customer_id) balance_cents as cents from credit_entry
          where tenant_id = $1 and created_at < $2 order by customer_id, sequence desc`,
        [tenant.id, before],
      );
      return rows.reduce((total, { cents }) => total + Number(cents), 0);
    };
    return {
      opening_cents: await balance(from),
      granted_cents: sum('grant'),
      used_cents: 0 - sum('capture', 'restore'),
      expired_cents: 0 - sum('expire'),
      reversed_cents: 0 - sum('reverse'),
      adjusted_cents: 0 - sum('adjust'),
      closing_cents: await balance(to),
    };
  }

  it('agrees with the tables, and with opening and closing balances, for any period', async () => {
    const days = '01-01 01-10T09:00:00Z 01-15 02-01 02-10 02-12 02-15 02-20 03-01 03-16 03-20 03-31 04-01';
    const moments = days.split(' ').map((day) => `2026-${day.includes('T') ? day : `${day}T00:00:00Z`}`);
    const periods = moments.flatMap((from, index) =>
      moments.slice(index).map((to): [string, string] => [from, to]),
    );
    expect(periods).toHaveLength(91);
    // A third of them in each currency.
    const first = CURRENCIES.findIndex((one) => one.currency === currency);
    for (const [from, to] of periods.filter((_, index) => index % CURRENCIES.length === first)) {
      const told = await movement(from, to);
      expect([from, to, told]).toEqual([from, to, await booked(from, to)]);
      const gone = told.used_cents + told.expired_cents + told.reversed_cents + told.adjusted_cents;
      expect(told.closing_cents).toBe(told.opening_cents + told.granted_cents - gone);
    }
  });

  it('closes with what is outstanding, which is what the accounts hold', async () => {
    const { credit, outstanding_credit } = await report();
    const [held] = await app.database.sql<{ cents: number }>(
      'select sum(balance_cents)::int as cents from credit_account where tenant_id = $1',
      [tenant.id],
    );
    expect([credit.closing_cents, held?.cents]).toEqual([cents(7) + 1, cents(7) + 1]);
    expect(ages(outstanding_credit)).toEqual(['0-30: 1 1', `31-90: 1 ${cents(7)}`]);
  });

  it('includes the start of the period, and excludes its end', async () => {
    const used = async (from: string, to: string): Promise<number> => (await movement(from, to)).used_cents;
    expect(await used('2026-01-01T00:00:00Z', FIRST_OF_FEBRUARY)).toBe(0);
    expect(await used('2026-01-01T00:00:00Z', '2026-02-01T00:00:00.001Z')).toBe(cents(12));
    expect(await used(FIRST_OF_FEBRUARY, '2026-02-02T00:00:00Z')).toBe(cents(12));
    expect(await used('2026-02-01T00:00:00.001Z', '2026-02-02T00:00:00Z')).toBe(0);
    expect(await used('2026-02-01T01:00:00+01:00', '2026-02-01T02:00:00+01:00')).toBe(cents(12));
    const instant = await movement(FIRST_OF_FEBRUARY, FIRST_OF_FEBRUARY);
    expect(instant).toEqual({ ...NOTHING, opening_cents: cents(37), closing_cents: cents(37) });
  });

  it('covers this month (UTC) up to now by default', async () => {
    const now = '2026-03-31T12:00:00.000Z';
    expect(await report()).toMatchObject({ from: '2026-03-01T00:00:00.000Z', to: now, as_of: now });
    expect((await report()).credit).toEqual(await movement('2026-03-01T00:00:00Z', now));
    at('2026-03-01T00:30:00+01:00');
    expect((await report()).from).toBe(FIRST_OF_FEBRUARY);
  });

  it('is the tenant’s own', async () => {
    const other = await aTenant(app, { currency: 'EUR' });
    const none = await report({ from: '2026-01-01T00:00:00Z' }, other);
    expect(none).toMatchObject({ currency: 'EUR', credit: NOTHING });
    expect([ages(none.outstanding_credit), ages(none.unused_discounts)]).toEqual([[], []]);
    const before = await report();
    await grantCredit(app, other, (await aCustomer(app, other)).id, 5);
    at('2026-03-31T12:00:01Z');
    const { credit, outstanding_credit } = await report({}, other);
    expect(credit).toEqual({ ...NOTHING, granted_cents: 5, closing_cents: 5 });
    expect(ages(outstanding_credit)).toEqual(['0-30: 1 5']);
    expect((await report()).credit).toEqual(before.credit);
  });

  it('is available as CSV with the same numbers, and writes nothing', async () => {
    const period = { from: '2026-02-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
    const [json, csv] = await inVain(app, async () => [
      await report({ ...period, format: 'json' }),
      await ask<string>({ ...period, format: 'csv' }),
    ]);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="liability.csv"');
    const [header, ...rows] = csv.body.split('\r\n').map((line) => line.split(','));
    expect(header?.join(' ')).toBe('section measure from_days to_days value currency from to as_of');
    expect(rows.pop()).toEqual(['']);
    const common = [json.currency, json.from, json.to, json.as_of];
    const cells = (section: string, age: object): string[][] => {
      const { from_days = '', to_days = '', ...values } = age as Record<string, number | string | null>;
      const days = [String(from_days), String(to_days ?? '')];
      return Object.entries(values).map(([name, value]) => [
        section,
        name,
        ...days,
        String(value),
        ...common,
      ]);
    };
    const expected = [
      ...cells('credit', json.credit),
      ...json.outstanding_credit.flatMap((age) => cells('outstanding_credit', age)),
      ...json.unused_discounts.flatMap((age) => cells('unused_discounts', age)),
    ];
    expect(expected).toHaveLength(7 + 5 * 2 + 5 * 3);
    expect(rows.map((row) => row.join(',')).toSorted()).toEqual(
      expected.map((row) => row.join(',')).toSorted(),
    );
  });
});

describe('a report on a period', () => {
  beforeEach(async () => (tenant = await aTenant(app)));

  it.each(['json', 'csv'])('is refused when the period ends before it begins, as %s too', async (format) => {
    const from = '2026-02-01T00:00:00.001Z';
    at('2026-03-31T12:00:00Z');
    expectInvalid(await ask({ from, to: FIRST_OF_FEBRUARY, format }), 'to');
    expectInvalid(await ask({ from: '2026-03-31T12:00:00.001Z', format }), 'to');
  });

  it('starts with the month that it ends in by default', async () => {
    const { body } = await ask({ to: '2026-02-28T23:59:59Z' });
    expect(body).toMatchObject({ from: FIRST_OF_FEBRUARY, to: '2026-02-28T23:59:59.000Z' });
  });

  it.each([
    '',
    'yesterday',
    '2026-02-01',
    '2026-02-30T00:00:00Z',
    '2026-02-01T00:00:00',
    '1767225600',
    'now()',
  ])('is refused for an invalid time: %j', async (moment) => {
    expectInvalid(await ask({ from: moment }), 'from');
    expectInvalid(await ask({ to: moment }), 'to');
    expectInvalid(await ask({ from: moment, to: moment }), 'from', 'to');
  });

  it.each([
    ['format', 'format=xml'],
    ['format', 'format=CSV'],
    ['from', 'from=2026-02-01T00:00:00Z&from=2026-02-02T00:00:00Z'],
    ['currency', 'currency=EUR'],
  ])('is refused for a wrong %s: %s', async (field, query) => {
    expectInvalid(await app.get(`${PATH}?${query}`, tenant.admin), field);
  });
});
