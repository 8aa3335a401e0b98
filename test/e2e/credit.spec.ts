import type { CreditStatementAnswer, MyCreditAnswer } from '../../src/reward/credit/credit.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  atOnce,
  grantCredit,
  redeem,
  saveProgram,
  statuses,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { expectInvalid, expectProblem, inVain, without } from './expectations.js';
import {
  aFriendOf,
  dataOf,
  DAY_MS,
  entriesOf,
  referrerGets,
  reverse,
  rewardOf,
} from './redemption-readings.js';

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const MOMENT = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
const NOTHING = { balance_cents: 0, lots: [], entries: [], has_more: false, next_cursor: null };
const GOODWILL = { amount_cents: 100, reason: 'goodwill' };

const left = ({ lots }: CreditStatementAnswer): number[] =>
  lots.map(({ remaining_cents }) => remaining_cents);

const app = useTestApp();
let tenant: TestTenant;
let john: TestCustomer;

const begin = async (currency = 'USD'): Promise<void> => {
  tenant = await aTenant(app, { currency });
  john = await aCustomer(app, tenant);
};
const read = (query = '', id = john.id, by = tenant): Promise<Reply<CreditStatementAnswer>> =>
  app.get(`/api/customers/${id}/credit${query}`, by.admin);
const statement = async (query = ''): Promise<CreditStatementAnswer> => (await read(query)).body;
const mine = (query = '', token = john.token): Promise<Reply<MyCreditAnswer>> =>
  app.get(`/api/credit/mine${query}`, token);
const adjust = (body: object, id = john.id, by = tenant): Promise<Reply<CreditStatementAnswer>> =>
  app.post(`/api/customers/${id}/credit/adjustments`, body, by.admin);
const take = (cents: number): Promise<Reply<CreditStatementAnswer>> =>
  adjust({ amount_cents: -cents, reason: 'taken' });
const grant = (cents: number, expires_at?: string): Promise<CreditStatementAnswer> =>
  grantCredit(app, tenant, john.id, cents, expires_at);
/** Reads what is booked at a later time. Only the reading itself books anything. */
const readAfter = async (days: number): Promise<string[]> => {
  app.setClockAhead(days * DAY_MS);
  return entriesOf(await statement());
};

describe.each(CURRENCIES)("a customer's credit, in $currency", ({ currency, cents }) => {
  beforeEach(() => begin(currency));

  describe('as a statement', () => {
    it("is empty, in the tenant's currency, before the first grant", async () => {
      const nothing = { status: 200, body: { currency, ...NOTHING } };
      expect([await read(), await mine()]).toMatchObject([nothing, nothing]);
    });

    it('lists lots in the order of their use, and entries newest first with the balance after each', async () => {
      const late = inDays(20);
      await grant(500);
      await grant(300, late);
      await grant(100);
      const [soon] = (await grant(200, inDays(10))).lots;
      await take(250);
      const found = await statement();
      const { lots, entries, ...rest } = found;
      expect(rest).toEqual({ currency, balance_cents: 850, has_more: false, next_cursor: null });
      expect(left(found)).toEqual([250, 500, 100]);
      expect(lots[0]).toEqual({
        id: entries[0]?.lot_id,
        reward_id: null,
        granted_cents: 300,
        remaining_cents: 250,
        expires_at: late,
        created_at: MOMENT,
      });
      expect(entries.map((entry) => entry.amount_cents)).toEqual([-50, -200, 200, 100, 300, 500]);
      expect(entries.map((entry) => entry.balance_cents)).toEqual([850, 900, 1100, 900, 800, 500]);
      expect(entries.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
      expect(entries[1]).toEqual({
        id: entries[1]?.id,
        sequence: 5,
        kind: 'adjust',
        amount_cents: -200,
        balance_cents: 900,
        lot_id: soon?.id,
        redemption_id: null,
        invoice_id: null,
        reason: 'taken',
        created_at: MOMENT,
      });
    });

    it('names the invoice that credit was used on and returned from', async () => {
      await grant(500);
      const { body } = await redeem(app, tenant, john.id, { invoice_id: 'INV 1/26', amount_cents: 300 });
      await reverse(app, tenant, body.id, { reason: 'void' });
      const { entries } = await statement();
      const invoice = { redemption_id: body.id, invoice_id: 'INV 1/26' };
      expect(entries).toMatchObject([
        { ...invoice, kind: 'restore', amount_cents: 300, reason: 'void' },
        { ...invoice, kind: 'capture', amount_cents: -300, reason: null },
        { redemption_id: null, invoice_id: null, kind: 'grant' },
      ]);
    });

    it('returns pages, whatever is booked between them', async () => {
      for (const cents of [1, 2, 3, 4, 5]) await grant(cents);
      const { entries } = await statement();
      const first = await statement('?limit=2');
      await grant(6);
      const second = await statement(`?limit=2&cursor=${first.next_cursor ?? ''}`);
      const third = await statement(`?limit=2&cursor=${second.next_cursor ?? ''}`);
      expect([first, second, third].flatMap((page) => page.entries)).toEqual(entries);
      expect([first, second, third].map(({ has_more }) => has_more)).toEqual([true, true, false]);
      expect(third).toMatchObject({ balance_cents: 21, next_cursor: null });
      expect(left(third)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await statement('?limit=6')).toMatchObject({ has_more: false, next_cursor: null });
    });

    it('is the same for the customer, without the reasons', async () => {
      for (const days of [1, 2, 3]) await grant(100, inDays(days));
      await take(250);
      const { entries, ...rest } = await statement();
      const untold = entries.map((entry) => without(entry, 'reason'));
      expect((await mine()).body).toEqual({ ...rest, entries: untold });
      const { body } = await mine('?limit=1');
      const next = await mine(`?cursor=${body.next_cursor ?? ''}`);
      expect([...body.entries, ...next.body.entries]).toEqual(untold);
    });
  });

  describe('adjusted manually', () => {
    it('is granted, with or without expiry, and sent as an event', async () => {
      const expires_at = inDays(1);
      const { status, body } = await adjust({ ...GOODWILL, expires_at });
      expect([status, body]).toEqual([201, await statement()]);
      await adjust({ amount_cents: 1, reason: 'more of it', expires_at: null });
      const { lots, entries } = await grant(2);
      expect(lots).toMatchObject([{ expires_at }, { expires_at: null }, { expires_at: null }]);
      expect(entries.map(({ reason }) => reason)).toEqual(['a test', 'more of it', 'goodwill']);
      const told = [100, 1, 2].map((amount_cents) => ({ customer_id: john.id, amount_cents }));
      expect(await dataOf(app, tenant, 'credit.adjusted')).toMatchObject(told);
    });

    it('is taken from the lot that expires first, then from the oldest, to the last cent', async () => {
      await grant(20, inDays(9));
      await grant(10);
      await grant(30, inDays(3));
      await grant(40);
      expect(left((await take(25)).body)).toEqual([5, 20, 10, 40]);
      const { body } = await take(27);
      expect(left(body)).toEqual([8, 40]);
      expect(entriesOf(body).slice(-3)).toEqual(['adjust -5 = 70', 'adjust -20 = 50', 'adjust -2 = 48']);
      expect((await take(48)).body).toMatchObject({ balance_cents: 0, lots: [] });
    });

    it.each<[string, object, string, string]>([
      ['nothing', { amount_cents: 0 }, 'amount_cents', 'not_equals'],
      ['a fraction of a cent', { amount_cents: 0.5 }, 'amount_cents', 'is_int'],
      ['more than the largest amount', { amount_cents: 1e12 + 1 }, 'amount_cents', 'max'],
      ['less than the smallest amount', { amount_cents: -1e12 - 1 }, 'amount_cents', 'min'],
      ['more than the largest balance', { amount_cents: 1e12 - 99 }, 'amount_cents', 'balance_too_large'],
      ['one cent more than the balance', { amount_cents: -101 }, 'amount_cents', 'more_than_balance'],
      ['no reason', { reason: undefined }, 'reason', 'is_line'],
      ['an expiry in the past', { expires_at: inDays(-1) }, 'expires_at', 'already_expired'],
      ['an expiry without a grant', { amount_cents: -1, expires_at: inDays(1) }, 'expires_at', 'not_a_grant'],
    ])('is not changed by %s', async (_, given, field, code) => {
      await grant(100);
      const refused = await inVain(app, () => adjust({ ...GOODWILL, ...given }));
      expect(expectInvalid(refused, field).errors).toMatchObject([{ code }]);
    });

    it('is not taken from an expired lot', async () => {
      await grant(100);
      await grant(50, inDays(1));
      app.setClockAhead(2 * DAY_MS);
      const refused = await inVain(app, () => take(101));
      expect(expectInvalid(refused, 'amount_cents').errors).toMatchObject([{ code: 'more_than_balance' }]);
      expect(entriesOf((await take(100)).body).slice(2)).toEqual(['expire -50 = 100', 'adjust -100 = 0']);
    });
  });

  describe('when it is read', () => {
    it('expires, with one entry per lot, however many read it', async () => {
      await grant(100);
      await grant(300, inDays(2));
      await grant(200, inDays(1));
      await take(50);
      const before = await readAfter(0.9);
      expect(before).toHaveLength(4);
      app.setClockAhead(3 * DAY_MS);
      expect(statuses(await atOnce(10, (index) => (index % 2 === 0 ? read() : mine())))).toEqual({ 200: 10 });
      expect(await readAfter(4)).toEqual([...before, 'expire -150 = 400', 'expire -300 = 100']);
      expect(left(await statement())).toEqual([100]);
    });

    it('is granted for a held reward once the hold ended, and expires later', async () => {
      const times = { referral_hold_days: 3, referral_reward_expires_days: 30 };
      await saveProgram(app, tenant, { ...referrerGets('credit', 20), ...times });
      const referrer = await aReferrer(app, tenant);
      john = referrer;
      const { referrerReward: reward_id } = await aFriendOf(app, tenant, referrer);
      const { available_at, expires_at } = await rewardOf(app, tenant, reward_id);
      expect(await readAfter(2.9)).toEqual([]);
      expect((await mine()).body).toMatchObject(NOTHING);
      app.setClockAhead(3.1 * DAY_MS);
      const { lots } = (await mine()).body;
      expect(lots).toMatchObject([
        { reward_id, granted_cents: cents(20), remaining_cents: cents(20), expires_at },
      ]);
      expect(await rewardOf(app, tenant, reward_id)).toMatchObject({
        status: 'applied',
        applied_at: available_at,
      });
      const granted = `grant ${cents(20)} = ${cents(20)}`;
      expect(await readAfter(32.9)).toEqual([granted]);
      expect(await readAfter(33.1)).toEqual([granted, `expire ${cents(-20)} = 0`]);
    });
  });
});

describe('credit of an unknown, inactive or foreign customer', () => {
  beforeEach(() => begin());

  it("is not found for an unknown customer or another tenant's, with any cursor", async () => {
    for (const cents of [1, 2]) await grant(cents);
    const cursor = `?cursor=${(await statement('?limit=1')).next_cursor ?? ''}`;
    const other = await aTenant(app);
    const token = app.tokens.issue({ audience: 'customer', subject: john.id, tenantId: other.id });
    for (const query of ['', cursor]) {
      expectProblem(await read(query, john.id, other), 404, 'customer_not_found');
      expectProblem(await read(query, 'nobody'), 404, 'customer_not_found');
      expectProblem(await mine(query, token), 404, 'customer_not_found');
    }
    expect((await read(cursor, (await aCustomer(app, other)).id, other)).body).toMatchObject(NOTHING);
    expect((await read(cursor, (await aCustomer(app, tenant)).id)).body).toMatchObject(NOTHING);
    expectInvalid(await read('?cursor=x'), 'cursor');
    expectInvalid(await mine('?cursor=x'), 'cursor');
  });

  it('is refused to an inactive customer, but not to the admin', async () => {
    await grant(100);
    await app.patch(`/api/customers/${john.id}`, { status: 'inactive' }, tenant.admin);
    expectProblem(await mine(), 403, 'customer_inactive');
    expect(await statement()).toMatchObject({ balance_cents: 100 });
  });

  it('is not granted to an unknown customer, or to one of another tenant', async () => {
    const other = await aTenant(app);
    await inVain(app, async () => {
      expectProblem(await adjust(GOODWILL, 'nobody'), 404, 'customer_not_found');
      expectProblem(await adjust(GOODWILL, john.id, other), 404, 'customer_not_found');
    });
  });
});
