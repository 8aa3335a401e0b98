import type { RedeemRequest, RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { type ProblemBody, type Reply, TestApp } from '../support/app.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  grantCredit,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { changed, eventsOf, expectProblem, inVain } from './expectations.js';
import { aFriendOf, creditOf, REDEMPTIONS, refereeGets, reverse } from './redemption-readings.js';

const PREVIEW = `${REDEMPTIONS}/preview`;

/** An invoice of 100 less 12.5 % and 20 of credit, or of 10,000 yen or fils. */
const CURRENCIES = [
  // 10000 - 1250 - 2000
  { currency: 'USD', amount_cents: 10_000, credit: 2000, total: 6750 },
  // 9999 - round(1249.875) - 2000
  { currency: 'JPY', amount_cents: 9999, credit: 2000, total: 6749 },
  // 10005 - round(1250.625) - 1500
  { currency: 'KWD', amount_cents: 10_005, credit: 1500, total: 7254 },
];

describe('expected_total_cents', () => {
  let app: TestApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(async () => {
    tenant = await aTenant(app);
  });
  afterAll(() => app.stop());

  const post = (path: string, request: object): Promise<Reply<RedemptionAnswer>> =>
    app.post<RedemptionAnswer>(path, request, tenant.admin);

  /** Returns the invoice of a friend who has 12.5 % off and credit. */
  async function anInvoice({
    amount_cents,
    credit,
  }: {
    amount_cents: number;
    credit: number;
  }): Promise<RedeemRequest> {
    await saveProgram(app, tenant, refereeGets('discount_percent', 12.5));
    const { customerId } = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    await grantCredit(app, tenant, customerId, credit);
    return { customer_id: customerId, invoice_id: 'NR-1', currency: tenant.currency, amount_cents };
  }

  function expectChanged(reply: Reply, total_cents: number): void {
    const { current, detail } = expectProblem(reply, 409, 'total_changed');
    expect(current).toEqual({ total_cents });
    expect(detail).toBe('The total of the invoice is not expected_total_cents. Nothing was done.');
  }

  it.each(CURRENCIES)(
    'redeems $currency $amount_cents if it comes to $total, and otherwise does nothing',
    async ({ currency, total, ...given }) => {
      tenant = await aTenant(app, { currency });
      const invoice = await anInvoice(given);
      for (const path of [PREVIEW, REDEMPTIONS]) {
        for (const wrong of [total - 1, total + 1, 0, given.amount_cents]) {
          const refused = await inVain(app, () =>
            post(path, changed(invoice, { expected_total_cents: wrong })),
          );
          expectChanged(refused, total);
        }
      }
      const preview = await post(PREVIEW, changed(invoice, { expected_total_cents: total }));
      expect({ status: preview.status, total: preview.body.total_cents }).toEqual({ status: 200, total });
      const applied = await post(REDEMPTIONS, changed(invoice, { expected_total_cents: total }));
      expect({ status: applied.status, total: applied.body.total_cents }).toEqual({ status: 201, total });
    },
  );

  it('is compared with the stored total when the invoice is sent again', async () => {
    const invoice = await anInvoice({ amount_cents: 10_000, credit: 2000 });
    const { body: applied } = await post(REDEMPTIONS, invoice);
    const same = await post(REDEMPTIONS, changed(invoice, { expected_total_cents: 6750 }));
    expect({ status: same.status, body: same.body }).toEqual({ status: 200, body: applied });
    for (const path of [PREVIEW, REDEMPTIONS]) {
      const refused = await inVain(app, () => post(path, changed(invoice, { expected_total_cents: 10_000 })));
      const { current, detail } = expectProblem(refused, 409, 'total_changed');
      expect(current).toEqual({ total_cents: 6750, redemption_id: applied.id });
      expect(detail).toBe('This invoice was redeemed before, and its total is not expected_total_cents.');
    }
    await reverse(app, tenant, applied.id, { amount_cents: 1 });
    expect((await post(REDEMPTIONS, changed(invoice, { expected_total_cents: 6750 }))).status).toBe(200);
    await reverse(app, tenant, applied.id);
    expectProblem(
      await inVain(app, () => post(REDEMPTIONS, changed(invoice, { expected_total_cents: 1 }))),
      409,
      'redemption_reversed',
    );
  });

  it('holds for a total of 0', async () => {
    const invoice = await anInvoice({ amount_cents: 2000, credit: 5000 });
    expectChanged(
      await inVain(app, () => post(REDEMPTIONS, changed(invoice, { expected_total_cents: 1 }))),
      0,
    );
    expect((await post(REDEMPTIONS, changed(invoice, { expected_total_cents: 0 }))).status).toBe(201);
  });

  it('qualifies no referral by an invoice that is refused', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'first_invoice' });
    const { customerId: customer_id } = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    const invoice = { customer_id, invoice_id: 'NR-1', currency: 'USD', amount_cents: 10_000 };
    expectChanged(
      await inVain(app, () => post(REDEMPTIONS, changed(invoice, { expected_total_cents: 10_000 }))),
      9000,
    );
    expect(await eventsOf(app, tenant)).not.toContain('referral.qualified');
  });

  it('burns no Idempotency-Key when it does not hold', async () => {
    const invoice = await anInvoice({ amount_cents: 10_000, credit: 2000 });
    const send = (expected_total_cents: number): Promise<Reply> =>
      app.call('POST', REDEMPTIONS, {
        token: tenant.admin,
        body: changed(invoice, { expected_total_cents }),
        headers: { 'idempotency-key': 'one' },
      });
    expectChanged(await inVain(app, () => send(1)), 6750);
    expect((await send(6750)).status).toBe(201);
  });

  it('lets one of 20 invoices have what all of them were promised', async () => {
    const invoice = await anInvoice({ amount_cents: 10_000, credit: 2000 });
    const replies = await atOnce(20, (index) =>
      post(REDEMPTIONS, changed(invoice, { invoice_id: `NR-${index}`, expected_total_cents: 6750 })),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 409: 19 });
    const refusals = replies.filter(({ status }) => status === 409) as unknown as Reply<ProblemBody>[];
    expect(refusals.map(({ body }) => body.current)).toEqual(Array(19).fill({ total_cents: 10_000 }));
    expect((await creditOf(app, tenant, invoice.customer_id)).balance_cents).toBe(0);
    const list = await app.get<{ data: object[] }>(REDEMPTIONS, tenant.admin);
    expect(list.body.data).toHaveLength(1);
  });
});
