import type {
  RedeemRequest,
  RedemptionAnswer,
  RedemptionPreviewAnswer,
} from '../../src/redemption/redemption.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { expectInvalid, expectProblem, inVain, without } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  REDEMPTIONS,
  referralOf,
  refereeGets,
  referrerGets,
  reverse,
  rewardOf,
  rewardsOf,
  sharing,
  told,
} from './redemption-readings.js';

/** A redemption without what differs between its preview and itself. */
const content = (redemption: RedemptionPreviewAnswer): object =>
  without(without(without(redemption, 'id'), 'created_at'), 'status');

const app = useTestApp();

describe.each(CURRENCIES)('/api/redemptions/preview, in $currency', ({ currency, cents }) => {
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  const requestOf = (customer_id: string, given: Partial<RedeemRequest> = {}): RedeemRequest => ({
    customer_id,
    invoice_id: 'NR-1',
    currency,
    amount_cents: 10_000,
    ...given,
  });
  const post = (request: object): Promise<Reply<RedemptionPreviewAnswer>> =>
    app.post<RedemptionPreviewAnswer>(`${REDEMPTIONS}/preview`, request, tenant.admin);

  /** Previews a redemption, which must change nothing, then applies it, and expects equal answers. */
  async function previewed(
    customerId: string,
    given: Partial<RedeemRequest> = {},
  ): Promise<RedemptionAnswer> {
    const request = requestOf(customerId, given);
    const preview = await inVain(app, () => post(request));
    expect(preview.status).toBe(200);
    expect(preview.body).toMatchObject({ id: null, status: 'preview' });
    const applied = await app.post<RedemptionAnswer>(REDEMPTIONS, request, tenant.admin);
    expect(applied.status).toBe(201);
    expect(content(preview.body)).toEqual(content(applied.body));
    return applied.body;
  }

  it('answers exactly as the redemption does, and changes nothing', async () => {
    const promo = await aPromo(app, tenant, { discount_value: 50, combinable_with_referral: true });
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant), promo.code);
    const own = await sharing(app, tenant, jane);
    for (let count = 0; count < 2; count++) await aFriendOf(app, tenant, own);
    await grantCredit(app, tenant, jane.customerId, 2000);
    await grantCredit(app, tenant, jane.customerId, 1000);
    expect(told(await previewed(jane.customerId))).toEqual([
      'promo 10000-5000=5000',
      'referral 5000-500=4500',
      'referral 4500-450=4050',
      'credit 4050-2000=2050',
      'credit 2050-1000=1050',
      '10000-5950-3000=1050',
      'referral: one_referrer_reward_per_invoice',
    ]);
  });

  it('answers the same each time, and uses nothing', async () => {
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    await grantCredit(app, tenant, jane.customerId, 500);
    const before = await rewardsOf(app, tenant, `referral_id=${jane.referralId}`);
    const [first, second] = [await post(requestOf(jane.customerId)), await post(requestOf(jane.customerId))];
    expect(told(first.body)).toEqual([
      'referral 10000-1000=9000',
      'credit 9000-500=8500',
      '10000-1000-500=8500',
    ]);
    expect(content(second.body)).toEqual(content(first.body));
    expect(await rewardsOf(app, tenant, `referral_id=${jane.referralId}`)).toEqual(before);
    expect(before.map(({ status }) => status)).toEqual(['available', 'available']);
    expect((await creditOf(app, tenant, jane.customerId)).balance_cents).toBe(500);
    const list = await app.get<Page<RedemptionAnswer>>(REDEMPTIONS, tenant.admin);
    expect(list.body.data).toEqual([]);
    expectInvalid(await app.get(`${REDEMPTIONS}?status=preview`, tenant.admin), 'status');
  });

  it('names a cheaper alternative', async () => {
    const { customer_id: customerId } = await aReferee(app, tenant, {
      promo_code: (await aPromo(app, tenant, { discount_value: 10 })).code,
    });
    await saveProgram(app, tenant, referrerGets('discount_percent', 20));
    await aFriendOf(app, tenant, await sharing(app, tenant, { customerId }));
    expect(told(await previewed(customerId))).toEqual([
      'promo 10000-1000=9000',
      '10000-1000-0=9000',
      'referral: promo_not_combinable',
      'or referral 8000',
    ]);
  });

  it.each([0, 1, 1_000_000_000_000])(
    'answers for an amount of %d as the redemption does',
    async (amount_cents) => {
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      expect((await previewed(jane.customerId, { amount_cents })).subtotal_cents).toBe(amount_cents);
    },
  );

  it('considers due changes without booking them', async () => {
    await saveProgram(app, tenant, { ...refereeGets('credit', 500 / cents(1)), referral_hold_days: 7 });
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    const soon = new Date(Date.now() + DAY_MS).toISOString();
    await grantCredit(app, tenant, jane.customerId, 300, soon);
    app.setClockAhead(8 * DAY_MS);
    const preview = await inVain(app, () => post(requestOf(jane.customerId)));
    expect(told(preview.body)).toEqual(['credit 10000-500=9500', '10000-0-500=9500']);
    const applied = await redeem(app, tenant, jane.customerId);
    expect(told(applied.body)).toEqual(told(preview.body));
  });

  it('answers for a first invoice as if its referral qualified, but leaves it pending', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'first_invoice' });
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    const preview = await inVain(app, () => post(requestOf(jane.customerId)));
    expect(told(preview.body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'pending' });
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
      status: 'pending',
      available_at: null,
    });
    expect(told(await previewed(jane.customerId))).toEqual(told(preview.body));
  });

  describe('for a redeemed invoice', () => {
    it('answers with the existing redemption', async () => {
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      const applied = await previewed(jane.customerId);
      const preview = await inVain(app, () => post(requestOf(jane.customerId)));
      expect({ status: preview.status, body: preview.body }).toEqual({ status: 200, body: applied });
    });

    it('refuses it when all of the redemption has been reversed', async () => {
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      const applied = await previewed(jane.customerId);
      const { body: partly } = await reverse(app, tenant, applied.id, { amount_cents: 1 });
      expect(partly.status).toBe('partially_reversed');
      expect((await post(requestOf(jane.customerId))).body).toEqual(partly);
      await reverse(app, tenant, applied.id);
      const preview = await inVain(app, () => post(requestOf(jane.customerId)));
      expectProblem(preview, 409, 'redemption_reversed');
    });

    it('refuses another amount, and another customer', async () => {
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      const { id: john } = await aCustomer(app, tenant);
      await previewed(jane.customerId);
      for (const request of [requestOf(jane.customerId, { amount_cents: 1 }), requestOf(john)]) {
        const reply = await inVain(app, () => post(request));
        expectProblem(reply, 409, 'invoice_already_redeemed');
      }
    });
  });

  it('refuses what the redemption refuses', async () => {
    const { id } = await aCustomer(app, tenant);
    const stranger = await aCustomer(app, await aTenant(app));
    await inVain(app, async () => {
      expectProblem(await post(requestOf('nobody')), 404, 'customer_not_found');
      expectProblem(await post(requestOf(stranger.id)), 404, 'customer_not_found');
      expectInvalid(await post(requestOf(id, { currency: 'EUR' })), 'currency');
      expectInvalid(await post(requestOf(id, { amount_cents: -1 })), 'amount_cents');
      expectInvalid(await post({}), 'customer_id', 'invoice_id', 'currency', 'amount_cents');
    });
  });
});
