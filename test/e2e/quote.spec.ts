import type { QuoteAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { ReferralConfig } from '../../src/config/config.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aPromo, aTenant, codeOf, enroll, type TestTenant } from '../support/factories.js';
import { expectInvalid, expectProblem, platformToken, stored } from './expectations.js';

const PATH = '/api/enrollments/quote';

type Terms = [type: 'discount_percent' | 'discount_fixed' | 'credit', value: number];
type Step = [source: string, base: number, amount: number, left: number];

const app = useTestApp();

/** Creates a tenant with this referee reward, and the code of one of its customers. */
async function offering(
  [type, value]: Terms,
  currency = 'USD',
): Promise<{ tenant: TestTenant; code: string }> {
  const program: ReferralConfig = {
    referral_enabled: true,
    referral_reward_type: 'credit',
    referral_reward_value: 1,
    referral_reward_referee_type: type,
    referral_reward_referee_value: value,
  };
  const tenant = await aTenant(app, { currency, program });
  return { tenant, code: await codeOf(app, await aCustomer(app, tenant)) };
}

const stepsOf = ({ lines = [] }: QuoteAnswer): Step[] =>
  lines.map(({ source, base_cents, amount_cents, running_total_cents }) => [
    source,
    base_cents,
    amount_cents,
    running_total_cents,
  ]);

const quote = (body: object): Promise<Reply<QuoteAnswer>> => app.post<QuoteAnswer>(PATH, body);

async function expectSteps(
  currency: string,
  promo: Terms,
  referee: Terms,
  amount: number,
  steps: Step[],
): Promise<void> {
  const { tenant, code } = await offering(referee, currency);
  const { code: promo_code } = await aPromo(app, tenant, {
    discount_type: promo[0] as 'discount_percent',
    discount_value: promo[1],
    combinable_with_referral: true,
  });
  const request = { tenant_slug: tenant.slug, referral_code: code, promo_code, amount_cents: amount };
  const { status, body } = await quote(request);
  expect(status).toBe(200);
  expect(stepsOf(body)).toEqual(steps);
  expect(body).toMatchObject({
    subtotal_cents: amount,
    total_cents: steps.at(-1)?.[3] ?? amount,
    alternatives: [],
  });
}

// Calculated by hand, in the currency's smallest unit.
describe.each(CURRENCIES)('the price that is quoted, in $currency', ({ currency, cents }) => {
  it.each<[string, Terms, Terms, number, Step[]]>([
    [
      'two percentages do not add up',
      ['discount_percent', 20],
      ['discount_percent', 10],
      10_000,
      [
        ['promo', 10_000, 2000, 8000],
        ['referral', 8000, 800, 7200],
      ],
    ],
    [
      'percent comes before fixed',
      ['discount_fixed', 15],
      ['discount_percent', 10],
      cents(100),
      [
        ['referral', cents(100), cents(10), cents(90)],
        ['promo', cents(90), cents(15), cents(75)],
      ],
    ],
    [
      'credit comes last and stops at zero',
      ['discount_percent', 50],
      ['credit', 20],
      cents(30) + 1,
      [
        ['promo', cents(30) + 1, cents(15) + 1, cents(15)],
        ['referral', cents(15), cents(15), 0],
      ],
    ],
    ['half a cent rounds up', ['discount_percent', 12.5], ['credit', 0], 1004, [['promo', 1004, 126, 878]]],
    ['nothing to pay, nothing to take', ['discount_percent', 20], ['credit', 5], 0, []],
    [
      'the largest amount',
      ['discount_percent', 0.01],
      ['discount_percent', 100],
      1_000_000_000_000,
      [
        ['promo', 1_000_000_000_000, 100_000_000, 999_900_000_000],
        ['referral', 999_900_000_000, 999_900_000_000, 0],
      ],
    ],
  ])('%s', async (_, promo, referee, amount, steps) => {
    await expectSteps(currency, promo, referee, amount, steps);
  });

  it('returns the price with the other code if the two exclude each other', async () => {
    const { tenant, code } = await offering(['discount_percent', 30], currency);
    const promo = await aPromo(app, tenant, { discount_value: 20 });
    const { body } = await quote({
      tenant_slug: tenant.slug,
      referral_code: code,
      promo_code: promo.code,
      amount_cents: 10_000,
    });
    expect(body).toMatchObject({
      referral: { status: 'dropped', reason: 'promo_not_combinable', referral_id: null },
      promo: { status: 'applied', promo_id: promo.id },
      discounts: [{ source: 'promo', value: 20 }],
      total_cents: 8000,
      alternatives: [{ combination: ['referral'], total_cents: 7000 }],
    });
  });

  it('agrees with the enrollment that follows, and does not use the promo', async () => {
    const { tenant, code } = await offering(['discount_fixed', 5], currency);
    const promo = await aPromo(app, tenant, { max_redemptions: 1, combinable_with_referral: true });
    const codes = { referral_code: code, promo_code: promo.code };
    const before = await stored(app);
    const first = await quote({ tenant_slug: tenant.slug, ...codes, amount_cents: cents(100) });
    const again = await quote({ tenant_slug: tenant.slug, ...codes, amount_cents: cents(100) });
    expect(again.body).toEqual(first.body);
    expect(await stored(app)).toEqual(before);
    const enrolled = await enroll(app, tenant, codes);
    expect(enrolled.body.discounts).toEqual(first.body.discounts);
    const later = await quote({ tenant_slug: tenant.slug, ...codes });
    expect(later.body.promo).toEqual({ status: 'invalid', reason: 'promo_used_up', promo_id: null });
  });
});

describe('/api/enrollments/quote', () => {
  it.each<[string, string, Terms, Terms, number, Step[]]>([
    [
      'yen have no decimals',
      'JPY',
      ['discount_fixed', 500],
      ['discount_percent', 7.5],
      1999,
      [
        ['referral', 1999, 150, 1849],
        ['promo', 1849, 500, 1349],
      ],
    ],
    [
      'dinars have three decimals',
      'KWD',
      ['discount_percent', 33.33],
      ['discount_fixed', 1.125],
      10_000,
      [
        ['promo', 10_000, 3333, 6667],
        ['referral', 6667, 1125, 5542],
      ],
    ],
  ])('%s (%s)', async (_, currency, promo, referee, amount, steps) => {
    await expectSteps(currency, promo, referee, amount, steps);
  });

  it.each([
    ['USD', 11.25],
    ['JPY', 1125],
    ['KWD', 1.125],
  ])('returns the value of each line in the unit of the terms: in %s', async (currency, value) => {
    const { tenant, code } = await offering(['credit', value], currency);
    const { body } = await quote({ tenant_slug: tenant.slug, referral_code: code, amount_cents: 5000 });
    expect(body).toEqual({
      referral: { status: 'applied', reason: null, referral_id: null },
      promo: { status: 'none', reason: null, promo_id: null },
      discounts: [{ source: 'referral', type: 'credit', value }],
      subtotal_cents: 5000,
      lines: [
        {
          source: 'referral',
          type: 'credit',
          value,
          base_cents: 5000,
          amount_cents: 1125,
          running_total_cents: 3875,
        },
      ],
      total_cents: 3875,
      alternatives: [],
    });
  });

  it('returns the outcomes without a price if there is no amount', async () => {
    const { tenant, code } = await offering(['discount_percent', 10]);
    const { body } = await quote({ tenant_slug: tenant.slug, referral_code: code, promo_code: 'NOTHING' });
    expect(body).toEqual({
      referral: { status: 'applied', reason: null, referral_id: null },
      promo: { status: 'invalid', reason: 'invalid_code', promo_id: null },
      discounts: [{ source: 'referral', type: 'discount_percent', value: 10 }],
    });
  });

  it.each(['no-such-tenant', 'Not A Slug'])('does not find the tenant %j', async (tenant_slug) => {
    expectProblem(await quote({ tenant_slug }), 404, 'tenant_not_found');
  });

  it('does not find a suspended tenant', async () => {
    const tenant = await aTenant(app);
    await app.patch(`/api/tenants/${tenant.id}`, { status: 'suspended' }, platformToken(app));
    expectProblem(await quote({ tenant_slug: tenant.slug }), 404, 'tenant_not_found');
  });

  it.each([-1, 0.5, '100', null, 1_000_000_000_001])('refuses the amount %j', async (amount_cents) => {
    const tenant = await aTenant(app);
    expectInvalid(await quote({ tenant_slug: tenant.slug, amount_cents }), 'amount_cents');
  });
});
