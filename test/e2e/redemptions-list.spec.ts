import type { Page } from '../../src/core/http/page.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aTenant, grantCredit, redeem, type TestTenant } from '../support/factories.js';
import { expectInvalid, expectProblem, pagesOf } from './expectations.js';
import { REDEMPTIONS, reverse } from './redemption-readings.js';

const app = useTestApp();
let tenant: TestTenant;

/** Two redemptions of Ann and three of Bob, alternating; A-1 is reversed, B-1 partially. */
async function begin(currency = 'USD'): Promise<void> {
  tenant = await aTenant(app, { currency });
  for (const id of ['cus_ann', 'cus_bob']) {
    await aCustomer(app, tenant, { id });
    await grantCredit(app, tenant, id, 1000);
  }
  const ids: string[] = [];
  for (const invoice_id of ['B-1', 'A-1', 'B-2', 'A-2', 'B-3']) {
    const customer = invoice_id.startsWith('A') ? 'cus_ann' : 'cus_bob';
    ids.push((await redeem(app, tenant, customer, { invoice_id, amount_cents: 300 })).body.id);
  }
  await reverse(app, tenant, ids[0] ?? '', { amount_cents: 100 });
  await reverse(app, tenant, ids[1] ?? '');
}

const list = async (query = ''): Promise<RedemptionAnswer[]> =>
  (await app.get<Page<RedemptionAnswer>>(`${REDEMPTIONS}${query}`, tenant.admin)).body.data;
const invoices = (redemptions: RedemptionAnswer[]): string[] =>
  redemptions.map(({ invoice_id }) => invoice_id);

describe.each(CURRENCIES)('the list of redemptions, in $currency', ({ currency }) => {
  beforeAll(() => begin(currency));

  it('is newest first, with each redemption as it reads by its id', async () => {
    const all = await list();
    expect(invoices(all)).toEqual(['B-3', 'A-2', 'B-2', 'A-1', 'B-1']);
    for (const redemption of all) {
      expect((await app.get(`${REDEMPTIONS}/${redemption.id}`, tenant.admin)).body).toEqual(redemption);
    }
    expect(all.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'applied',
      'reversed',
      'partially_reversed',
    ]);
  });
});

describe('the list of redemptions', () => {
  beforeAll(() => begin());

  it.each([
    ['customer_id=cus_ann', ['A-2', 'A-1']],
    ['customer_id=cus_bob', ['B-3', 'B-2', 'B-1']],
    ['customer_id=nobody', []],
    ['invoice_id=B-2', ['B-2']],
    ['invoice_id=b-2', []],
    ['status=applied', ['B-3', 'A-2', 'B-2']],
    ['status=partially_reversed', ['B-1']],
    ['status=reversed', ['A-1']],
    ['customer_id=cus_bob&status=applied', ['B-3', 'B-2']],
    ['customer_id=cus_ann&status=reversed&invoice_id=A-1', ['A-1']],
    ['customer_id=cus_bob&invoice_id=A-1', []],
  ])('filters by ?%s', async (query, expected) => {
    expect(invoices(await list(`?${query}`))).toEqual(expected);
  });

  it('returns pages, filtered or not, and skips none when others are added', async () => {
    const pages = await pagesOf<RedemptionAnswer>(app, REDEMPTIONS, tenant.admin);
    expect(pages.map(invoices)).toEqual([['B-3', 'A-2'], ['B-2', 'A-1'], ['B-1']]);
    const bobs = await pagesOf<RedemptionAnswer>(app, `${REDEMPTIONS}?customer_id=cus_bob`, tenant.admin);
    expect(bobs.map(invoices)).toEqual([['B-3', 'B-2'], ['B-1']]);
  });

  it('shows no redemption of another tenant, in the list or by id', async () => {
    const other = await aTenant(app);
    const [redemption] = await list();
    const empty = { data: [], has_more: false, next_cursor: null };
    expect((await app.get(REDEMPTIONS, other.admin)).body).toEqual(empty);
    expect((await app.get(`${REDEMPTIONS}?invoice_id=B-2`, other.admin)).body).toEqual(empty);
    const reply = await app.get(`${REDEMPTIONS}/${redemption?.id}`, other.admin);
    expectProblem(reply, 404, 'redemption_not_found');
  });

  it.each([
    ['status=open', 'status'],
    ['customer_id=a%20b', 'customer_id'],
    ['customer_id=', 'customer_id'],
    ['invoice_id=', 'invoice_id'],
    [`invoice_id=${'9'.repeat(129)}`, 'invoice_id'],
    ['limit=0', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['currency=USD', 'currency'],
  ])('refuses ?%s', async (query, field) => {
    expectInvalid(await app.get(`${REDEMPTIONS}?${query}`, tenant.admin), field);
  });
});
