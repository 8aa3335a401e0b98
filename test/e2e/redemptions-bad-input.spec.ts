import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aReferrer, aTenant, grantCredit, redeem, type TestTenant } from '../support/factories.js';
import { expectInvalid, expectProblem, inVain, without } from './expectations.js';
import { aFriendOf, REDEMPTIONS, reverse } from './redemption-readings.js';

/** Values as JSON text, to send values that no serializer writes. */
const NO_CENTS = [
  '-1',
  '-0.5',
  '0.5',
  '99.99',
  '1000000000001',
  '1e21',
  '1e309',
  '-1e309',
  '9007199254740993',
  '"10000"',
  '""',
  '"1e3"',
  'null',
  'true',
  '{}',
  '[]',
  '[10000]',
];
const NO_TEXT = ['7', 'true', 'null', '{}', '{"a":"b"}', '[]', '["a"]', '""'];
const NO_LINE = [...NO_TEXT, '" "', '"a\\nb"', '"a\\u0000"', '"\\ud800"', '"\\u001b[31m"'];
const NO_ID = [...NO_TEXT, '"a b"', '"../x"', '"é"', '"a\\u0000"', `"${'a'.repeat(65)}"`];

const FIELDS: Record<string, string[]> = {
  customer_id: NO_ID,
  invoice_id: [...NO_LINE, `"${'9'.repeat(129)}"`],
};
const NO_REASON = [...NO_LINE, `"${'a'.repeat(501)}"`];

/** What is not the currency of a tenant that has this one. */
const notCurrency = (currency: string): string[] => [
  ...NO_LINE,
  ...['EUR', currency.toLowerCase(), currency.slice(0, 2), `${currency}X`, ` ${currency}`].map(
    (text) => `"${text}"`,
  ),
  ...CURRENCIES.filter((other) => other.currency !== currency).map((other) => `"${other.currency}"`),
];

/** Returns a body as JSON text, in which one field has the text `raw`. */
function written(body: object, field: string, raw: string): string {
  const members = Object.entries(without(body, field)).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{${[...members, `${JSON.stringify(field)}:${raw}`].join(',')}}`;
}

const app = useTestApp();
let tenant: TestTenant;
let customerId: string;
let redemptionId: string;

/** Jane has a reward and credit that a bad request could use, and a redemption that it could reverse. */
async function begin(currency = 'USD'): Promise<void> {
  tenant = await aTenant(app, { currency });
  ({ customerId } = await aFriendOf(app, tenant, await aReferrer(app, tenant)));
  await grantCredit(app, tenant, customerId, 5000);
  redemptionId = (await redeem(app, tenant, customerId, { amount_cents: 1500 })).body.id;
}

const good = (): Record<string, unknown> => ({
  customer_id: customerId,
  invoice_id: 'NR-1',
  currency: tenant.currency,
  amount_cents: 10_000,
});
const send = (path: string, body: string | object): Promise<Reply> =>
  app.post(`${REDEMPTIONS}${path}`, body, tenant.admin);

/** Expects that each value is refused for that field, and that nothing is stored. */
async function expectRefused(path: string, field: string, bodies: string[]): Promise<void> {
  const wrong: string[] = [];
  await inVain(app, async () => {
    for (const body of bodies) {
      const reply = await send(path, body);
      if (reply.status === 422) expectInvalid(reply, field);
      else wrong.push(`${body}: ${reply.status}`);
    }
    expect(wrong).toEqual([]);
  });
}

describe.each(CURRENCIES)('bad amounts of redemptions, in $currency', ({ currency }) => {
  beforeAll(() => begin(currency));

  describe.each(['', '/preview'])('POST /api/redemptions%s', (path) => {
    it.each([
      ['currency', notCurrency(currency)],
      ['amount_cents', NO_CENTS],
    ])('refuses invalid values of %s, names the field, and stores nothing', async (field, raws) => {
      await expectRefused(
        path,
        field,
        raws.map((raw) => written(good(), field, raw)),
      );
    });

    it("accepts only the tenant's currency", async () => {
      const reply = await inVain(app, () => send(path, { ...good(), currency: 'EUR' }));
      const { errors } = expectInvalid(reply, 'currency');
      expect(errors).toMatchObject([{ field: 'currency', code: 'wrong_currency' }]);
    });
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['1', 1],
    ['1e3', 1000],
    ['5.0', 5],
    ['1000000000000', 1_000_000_000_000],
    ['1e12', 1_000_000_000_000],
  ])('accepts an amount of %s cents', async (raw, cents) => {
    const body = written({ ...good(), invoice_id: `cents ${raw}` }, 'amount_cents', raw);
    const reply = await send('', body);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ subtotal_cents: cents });
    const again = await inVain(app, () => send('', body));
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: reply.body });
  });

  it.each(['amount_cents', 'refunded_cents'])(
    'refuses invalid values of %s for a reversal, names the field, and stores nothing',
    async (field) => {
      const body = { reason: 'refunded', amount_cents: 1 };
      const bodies = [...NO_CENTS, '0', '-0'].map((raw) => written(body, field, raw));
      await expectRefused(`/${redemptionId}/reverse`, field, bodies);
    },
  );
});

describe('bad redemptions', () => {
  beforeAll(() => begin());

  describe.each(['', '/preview'])('POST /api/redemptions%s', (path) => {
    it.each(Object.entries(FIELDS))(
      'refuses invalid values of %s, names the field, and stores nothing',
      async (field, raws) => {
        await expectRefused(
          path,
          field,
          raws.map((raw) => written(good(), field, raw)),
        );
      },
    );

    it('names every missing field', async () => {
      const fields = Object.keys(good());
      expectInvalid(await inVain(app, () => send(path, {})), ...fields);
      for (const field of fields) {
        expectInvalid(await inVain(app, () => send(path, without(good(), field))), field);
      }
    });

    it.each(['id', 'status', 'total_cents', 'discount_cents', 'tenant_id', 'lines', 'created_at', '__proto'])(
      'refuses the unknown field %s',
      async (field) => {
        await expectRefused(
          path,
          field,
          ['"x"', '0', 'null'].map((raw) => written(good(), field, raw)),
        );
      },
    );

    it('does not find an unknown customer, or one of another tenant', async () => {
      const stranger = await aCustomer(app, await aTenant(app));
      for (const customer_id of ['nobody', stranger.id]) {
        const reply = await inVain(app, () => send(path, { ...good(), customer_id }));
        expectProblem(reply, 404, 'customer_not_found');
      }
    });

    it('is only for admins of the tenant', async () => {
      const token = app.tokens.issue({ audience: 'customer', subject: customerId, tenantId: tenant.id });
      await inVain(app, async () => {
        expectProblem(await app.post(`${REDEMPTIONS}${path}`, good(), token), 403, 'wrong_kind_of_token');
        expectProblem(await app.post(`${REDEMPTIONS}${path}`, good()), 401, 'unauthenticated');
      });
    });
  });

  it.each([
    '9',
    '9'.repeat(128),
    '発票 № 7',
    'a/b?c=d&e',
    '%00',
    "'; drop table redemption; --",
    '💸'.repeat(128),
  ])('accepts the invoice id %s', async (invoice_id) => {
    const { status, body } = await redeem(app, tenant, customerId, { invoice_id });
    expect(status).toBe(201);
    expect(body.invoice_id).toBe(invoice_id);
    const found = await app.get(`${REDEMPTIONS}?invoice_id=${encodeURIComponent(invoice_id)}`, tenant.admin);
    expect(found.body).toMatchObject({ data: [{ id: body.id }] });
  });

  describe('POST /api/redemptions/:id/reverse', () => {
    const path = (): string => `/${redemptionId}/reverse`;

    it('refuses invalid values of reason, names the field, and stores nothing', async () => {
      const bodies = NO_REASON.map((raw) => written({ amount_cents: 1 }, 'reason', raw));
      await expectRefused(path(), 'reason', bodies);
    });

    it('requires a reason, and refuses unknown fields', async () => {
      expectInvalid(await inVain(app, () => send(path(), {})), 'reason');
      const unknown = await inVain(app, () => send(path(), { reason: 'refunded', credit_cents: 1 }));
      expectInvalid(unknown, 'credit_cents');
    });

    it('does not find an unknown redemption, or one of another tenant', async () => {
      const other = await aTenant(app);
      await inVain(app, async () => {
        expectProblem(await reverse(app, tenant, 'nothing'), 404, 'redemption_not_found');
        expectProblem(await reverse(app, other, redemptionId), 404, 'redemption_not_found');
        expectProblem(await app.get(`${REDEMPTIONS}/nothing`, tenant.admin), 404, 'redemption_not_found');
      });
    });
  });
});
