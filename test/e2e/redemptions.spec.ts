import type { ValueType } from '../../src/tenant/value.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { expectProblem, inVain } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  REDEMPTIONS,
  refereeGets,
  rewardOf,
  sharing,
  told,
} from './redemption-readings.js';

const SOON = new Date(Date.now() + 30 * DAY_MS).toISOString();

const step = (
  source: string,
  [type, value]: [type: ValueType, value: number],
  [base_cents, amount_cents, running_total_cents]: [number, number, number],
): object => ({
  source,
  promo_id: null,
  reward_id: null,
  lot_id: null,
  type,
  value,
  base_cents,
  amount_cents,
  running_total_cents,
  restored_cents: 0,
});

const app = useTestApp();

describe.each(CURRENCIES)('/api/redemptions, in $currency', ({ currency, cents }) => {
  const unit = cents(1);
  const LINES = [
    step('promo', ['discount_percent', 50], [10_000, 5000, 5000]),
    step('referral', ['discount_percent', 10], [5000, 500, 4500]),
    step('referral', ['discount_fixed', 700 / unit], [4500, 700, 3800]),
    step('credit', ['credit', 2000 / unit], [3800, 2000, 1800]),
    step('credit', ['credit', 3000 / unit], [1800, 1800, 0]),
  ];

  describe('an invoice of a customer with promo, reward and credit', () => {
    let tenant: TestTenant;

    beforeAll(async () => (tenant = await aTenant(app, { currency })));

    it('is answered with each line: the base, the amount and the running total', async () => {
      await saveProgram(app, tenant, {
        referral_reward_type: 'discount_fixed',
        referral_reward_value: 700 / unit,
      });
      const promo = await aPromo(app, tenant, { discount_value: 50, combinable_with_referral: true });
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant), promo.code);
      const bob = await aFriendOf(app, tenant, await sharing(app, tenant, jane));
      await grantCredit(app, tenant, jane.customerId, 3000);
      const { lots } = await grantCredit(app, tenant, jane.customerId, 2000, SOON);

      const reply = await redeem(app, tenant, jane.customerId, { invoice_id: 'NR-1' });

      expect(reply.status).toBe(201);
      const [promotion, asReferee, asReferrer, expiring, lasting] = LINES;
      const { id, created_at } = reply.body;
      expect(reply.body).toEqual({
        id,
        customer_id: jane.customerId,
        invoice_id: 'NR-1',
        currency,
        status: 'applied',
        subtotal_cents: 10_000,
        lines: [
          { ...promotion, promo_id: promo.id },
          { ...asReferee, reward_id: jane.refereeReward },
          { ...asReferrer, reward_id: bob.referrerReward },
          { ...expiring, lot_id: lots[0]?.id },
          { ...lasting, lot_id: lots[1]?.id },
        ],
        left_out: [],
        discount_cents: 6200,
        credit_cents: 3800,
        total_cents: 0,
        alternatives: [],
        reversed_cents: 0,
        restored_credit_cents: 0,
        refunded_cents: 0,
        reversals: [],
        created_at,
      });
      expect(id).toMatch(/^rdm_[0-9a-z]{26}$/);
      expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect((await creditOf(app, tenant, jane.customerId)).balance_cents).toBe(1200);
    });

    it('names the reward that a lot of credit was granted for', async () => {
      await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_reward_value: 20 });
      const john = await aReferrer(app, tenant);
      const { referrerReward } = await aFriendOf(app, tenant, john);
      const { body } = await redeem(app, tenant, john.id, { amount_cents: cents(5) });
      const { lots } = await creditOf(app, tenant, john.id);
      expect(lots).toMatchObject([{ reward_id: referrerReward, remaining_cents: cents(15) }]);
      expect(body.lines).toMatchObject([
        { source: 'credit', reward_id: referrerReward, lot_id: lots[0]?.id },
      ]);
    });
  });

  type Value = [type: 'discount_percent' | 'discount_fixed', value: number];

  // Calculated by hand, in the currency's smallest unit: percent, then fixed, then credit; promo before referral.
  it.each<[string, Value, Value, [credit: number, amount: number], string[]]>([
    [
      "percent on percent, the promo's first: 7.5 rounded up, then 0.7 rounded up",
      ['discount_percent', 50],
      ['discount_percent', 10],
      [0, 15],
      ['promo 15-8=7', 'referral 7-1=6', '15-9-0=6'],
    ],
    [
      "the referral's percentage before the promo's amount",
      ['discount_fixed', 2000 / unit],
      ['discount_percent', 10],
      [500, 10_000],
      ['referral 10000-1000=9000', 'promo 9000-2000=7000', 'credit 7000-500=6500', '10000-3000-500=6500'],
    ],
    [
      "the promo's amount before the referral's, which saves what is left",
      ['discount_fixed', 2000 / unit],
      ['discount_fixed', 1000 / unit],
      [500, 2500],
      ['promo 2500-2000=500', 'referral 500-500=0', '2500-2500-0=0'],
    ],
    [
      'percent, then a fixed amount, then credit',
      ['discount_percent', 15],
      ['discount_fixed', 500 / unit],
      [183, 1980],
      ['promo 1980-297=1683', 'referral 1683-500=1183', 'credit 1183-183=1000', '1980-797-183=1000'],
    ],
    [
      'half of the smallest unit is rounded up: 1234.5',
      ['discount_percent', 10],
      ['discount_fixed', 1500 / unit],
      [610, 12_345],
      ['promo 12345-1235=11110', 'referral 11110-1500=9610', 'credit 9610-610=9000', '12345-2735-610=9000'],
    ],
    [
      'the largest amount',
      ['discount_percent', 33.33],
      ['discount_percent', 0.01],
      [1, 1_000_000_000_000],
      [
        'promo 1000000000000-333300000000=666700000000',
        'referral 666700000000-66670000=666633330000',
        'credit 666633330000-1=666633329999',
        '1000000000000-333366670000-1=666633329999',
      ],
    ],
  ])('%s', async (_, promo, referee, [credit, amount_cents], parts) => {
    const tenant = await aTenant(app, { currency });
    await saveProgram(app, tenant, refereeGets(...referee));
    const [discount_type, discount_value] = promo;
    const given = { discount_type, discount_value, combinable_with_referral: true };
    const { code } = await aPromo(app, tenant, given);
    const { customerId, refereeReward } = await aFriendOf(app, tenant, await aReferrer(app, tenant), code);
    if (credit > 0) await grantCredit(app, tenant, customerId, credit);
    const { body } = await redeem(app, tenant, customerId, { amount_cents });
    expect(told(body)).toEqual(parts);
    expect(body.currency).toBe(currency);
    const values = Object.fromEntries(body.lines.map(({ source, value }) => [source, value]));
    expect(values).toMatchObject({ promo: promo[1], referral: referee[1] });
    const used = body.lines.find(({ source }) => source === 'referral')?.amount_cents;
    expect(await rewardOf(app, tenant, refereeReward)).toMatchObject({ status: 'applied', used_cents: used });
  });

  describe('a redeemed invoice', () => {
    let tenant: TestTenant;
    let customerId: string;
    let first: Awaited<ReturnType<typeof redeem>>;
    const invoice = { invoice_id: 'Nr. 7/2026 – ü', amount_cents: 10_000 };

    beforeAll(async () => {
      tenant = await aTenant(app, { currency });
      ({ customerId } = await aFriendOf(app, tenant, await aReferrer(app, tenant)));
      await grantCredit(app, tenant, customerId, 20_000);
      first = await redeem(app, tenant, customerId, invoice);
    });

    it('gets the same answer again, and uses nothing twice', async () => {
      expect(first.status).toBe(201);
      expect(told(first.body)).toEqual([
        'referral 10000-1000=9000',
        'credit 9000-9000=0',
        '10000-1000-9000=0',
      ]);
      const again = await inVain(app, () => redeem(app, tenant, customerId, invoice));
      expect(again.status).toBe(200);
      expect(again.body).toEqual(first.body);
    });

    it('reads the same by id and in the list', async () => {
      const { status, body } = await app.get(`${REDEMPTIONS}/${first.body.id}`, tenant.admin);
      expect({ status, body }).toEqual({ status: 200, body: first.body });
      expect((await app.get(REDEMPTIONS, tenant.admin)).body).toEqual({
        data: [first.body],
        has_more: false,
        next_cursor: null,
      });
    });

    it.each([9999, 10_001, 0])('is refused with another amount (%d), and nothing changes', async (cents) => {
      const reply = await inVain(app, () =>
        redeem(app, tenant, customerId, { ...invoice, amount_cents: cents }),
      );
      expectProblem(reply, 409, 'invoice_already_redeemed');
    });

    it('is refused for another customer, and uses nothing of theirs', async () => {
      const other = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      const reply = await inVain(app, () => redeem(app, tenant, other.customerId, invoice));
      expectProblem(reply, 409, 'invoice_already_redeemed');
      expect(await rewardOf(app, tenant, other.refereeReward)).toMatchObject({ status: 'available' });
    });

    it('is a different invoice in another letter case, and in another tenant', async () => {
      const upper = await redeem(app, tenant, customerId, { ...invoice, invoice_id: 'NR. 7/2026 – Ü' });
      expect(told(upper.body)).toEqual(['credit 10000-10000=0', '10000-0-10000=0']);
      const elsewhere = await aTenant(app, { currency });
      const stranger = await aCustomer(app, elsewhere, { id: customerId });
      const reply = await redeem(app, elsewhere, stranger.id, invoice);
      expect(reply.status).toBe(201);
      expect(told(reply.body)).toEqual(['10000-0-0=10000']);
    });
  });

  it('redeems the invoice of a customer who has nothing to use', async () => {
    const tenant = await aTenant(app, { currency });
    const { id } = await aCustomer(app, tenant);
    const { status, body } = await redeem(app, tenant, id);
    expect({ status, told: told(body) }).toEqual({ status: 201, told: ['10000-0-0=10000'] });
    expect(await dataOf(app, tenant, 'redemption.applied')).toEqual([
      { redemption_id: body.id, customer_id: id, reward_ids: [] },
    ]);
  });
});
