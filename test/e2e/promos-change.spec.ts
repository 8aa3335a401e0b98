import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aPromo, aReferee, aTenant, enroll, redeem, type TestTenant } from '../support/factories.js';
import { changed, expectInvalid, expectProblem, stored } from './expectations.js';

const PATH = '/api/promos';
const JUNE = '2026-06-01T00:00:00.000Z';
const JULY = '2026-07-01T00:00:00.000Z';

describe('/api/promos/:id', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const create = (body: object, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.post<PromoAnswer>(PATH, body, by.admin);
  const change = (id: string, body: object, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.patch<PromoAnswer>(`${PATH}/${id}`, body, by.admin);
  const read = (id: string, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.get<PromoAnswer>(`${PATH}/${id}`, by.admin);

  describe('change', () => {
    it.each<object>([
      { code: 'OTHER' },
      { discount_value: 33.33 },
      { discount_type: 'discount_fixed', discount_value: 5 },
      { combinable_with_referral: true },
      { active: false },
      { starts_at: '2025-01-01T00:00:00.000Z' },
      { ends_at: '2027-01-01T00:00:00.000Z' },
      { starts_at: null, ends_at: null },
      { max_redemptions: 5 },
      { max_redemptions: null },
      {},
    ])('with %j changes nothing else', async (changes) => {
      const before = await aPromo(app, tenant, { starts_at: JUNE, ends_at: JULY, max_redemptions: 9 });
      const { status, body } = await change(before.id, changes);
      expect(status).toBe(200);
      expect(body).toEqual(changed(before, changes));
      expect((await read(before.id)).body).toEqual(body);
    });

    it.each([
      ['USD', 100.01, 1.001],
      ['JPY', 101, 0.5],
      ['KWD', 100.001, 1.0001],
    ])("converts a value alone by the promo's type: in %s", async (currency, value, tooFine) => {
      const business = await aTenant(app, { currency });
      const percent = await aPromo(app, business, { discount_type: 'discount_percent' });
      const fixed = await aPromo(app, business, { discount_type: 'discount_fixed' });
      expectInvalid(await change(percent.id, { discount_value: 100.01 }, business), 'discount_value');
      expect((await change(fixed.id, { discount_value: value }, business)).body.discount_value).toBe(value);
      expectInvalid(await change(fixed.id, { discount_value: tooFine }, business), 'discount_value');
    });

    it('requires a new value with a new type: 20 percent are not 20 dollars', async () => {
      const promo = await aPromo(app, tenant);
      const problem = expectInvalid(
        await change(promo.id, { discount_type: 'discount_fixed' }),
        'discount_value',
      );
      expect(problem.errors).toMatchObject([{ code: 'missing' }]);
      expect((await read(promo.id)).body).toEqual(promo);
    });

    it.each(CURRENCIES)(
      'converts a new value by the new type, in $currency, as invoices show',
      async ({ currency, cents }) => {
        const business = await aTenant(app, { currency });
        const totals: number[] = [];
        for (const [from, to] of [
          [
            { discount_type: 'discount_percent', discount_value: 10 },
            { discount_type: 'discount_fixed', discount_value: 50 },
          ],
          [
            { discount_type: 'discount_fixed', discount_value: 5 },
            { discount_type: 'discount_percent', discount_value: 10 },
          ],
        ] as const) {
          const promo = await aPromo(app, business, from);
          expect((await change(promo.id, to, business)).body).toEqual(changed(promo, to));
          const { customer_id } = await aReferee(app, business, { promo_code: promo.code });
          const redeemed = await redeem(app, business, customer_id, { amount_cents: cents(8000) });
          totals.push(redeemed.body.total_cents);
        }
        expect(totals).toEqual([cents(8000 - 50), cents(8000 - 800)]);
      },
    );

    it.each(CURRENCIES)(
      'in $currency changes a percentage to an amount of 150, and refuses to change an amount to 150 percent',
      async ({ currency }) => {
        const business = await aTenant(app, { currency });
        const percent = await aPromo(app, business, {
          discount_type: 'discount_percent',
          discount_value: 10,
        });
        const amount = { discount_type: 'discount_fixed', discount_value: 150 };
        expect((await change(percent.id, amount, business)).body).toEqual(changed(percent, amount));
        const fixed = await aPromo(app, business, { discount_type: 'discount_fixed', discount_value: 10 });
        const refused = await change(
          fixed.id,
          { discount_type: 'discount_percent', discount_value: 150 },
          business,
        );
        expect(expectInvalid(refused, 'discount_value').errors).toMatchObject([
          { code: 'above_100_percent' },
        ]);
        expect((await read(fixed.id, business)).body).toEqual(fixed);
      },
    );

    it("converts a value by the currency's decimals", async () => {
      const yen = await aTenant(app, { currency: 'JPY' });
      const dinar = await aTenant(app, { currency: 'KWD' });
      const fixed = { code: 'FIX', discount_type: 'discount_fixed' };
      expectInvalid(await create({ ...fixed, discount_value: 0.5 }, yen), 'discount_value');
      expect((await create({ ...fixed, discount_value: 500 }, yen)).body.discount_value).toBe(500);
      expect((await create({ ...fixed, discount_value: 1.125 }, dinar)).body.discount_value).toBe(1.125);
      expectInvalid(await create({ ...fixed, code: 'X', discount_value: 1.0001 }, dinar), 'discount_value');
    });

    it.each([{ ends_at: '2026-05-01T00:00:00Z' }, { starts_at: JULY }, { starts_at: JULY, ends_at: JUNE }])(
      'refuses an empty window: %j',
      async (changes) => {
        const promo = await aPromo(app, tenant, { starts_at: JUNE, ends_at: JULY });
        expectInvalid(await change(promo.id, changes), 'ends_at');
        expect((await read(promo.id)).body).toEqual(promo);
      },
    );

    it('refuses a limit below the number of redemptions', async () => {
      const promo = await aPromo(app, tenant);
      await enroll(app, tenant, { promo_code: promo.code });
      await enroll(app, tenant, { promo_code: promo.code });
      const before = await stored(app);
      expectProblem(await change(promo.id, { max_redemptions: 1 }), 409, 'promo_limit_below_count');
      expect(await stored(app)).toEqual(before);
      expect((await change(promo.id, { max_redemptions: 2 })).body).toMatchObject({
        max_redemptions: 2,
        redemption_count: 2,
      });
    });

    it('refuses the code of another promo', async () => {
      const [first, second] = [await aPromo(app, tenant), await aPromo(app, tenant)];
      const taken = await change(second.id, { code: ` ${first.code.toLowerCase()} ` });
      expectProblem(taken, 409, 'promo_code_taken');
      expect((await change(first.id, { code: first.code })).status).toBe(200);
    });

    it.each([
      { redemption_count: 0 },
      { id: 'x' },
      { code: null },
      { active: null },
      { discount_type: null },
    ])('refuses %j', async (changes) => {
      const promo = await aPromo(app, tenant);
      expectInvalid(await change(promo.id, changes), ...Object.keys(changes));
    });
  });
});
