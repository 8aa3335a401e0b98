import type { RedeemRequest } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { eventsOf } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  entriesOf,
  type Friend,
  newsOf,
  refereeGets,
  referralOf,
  referrerGets,
  rewardOf,
  sharing,
  told,
} from './redemption-readings.js';

const ONE_A_TIME = 'one_referrer_reward_per_invoice';

const app = useTestApp();
let tenant: TestTenant;

const bill = async (
  customerId: string,
  names: Record<string, string> = {},
  given: Partial<RedeemRequest> = {},
): Promise<string[]> => told((await redeem(app, tenant, customerId, given)).body, names);

const friendOf = (referrer: { code: string }): Promise<Friend> => aFriendOf(app, tenant, referrer);

describe.each(CURRENCIES)('an invoice, in $currency', ({ currency, cents }) => {
  const unit = cents(1);

  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  it('uses the oldest reward of a referrer, and the others in order on the next invoices', async () => {
    const john = await aReferrer(app, tenant);
    await saveProgram(app, tenant, referrerGets('discount_fixed', 500 / unit));
    const first = (await friendOf(john)).referrerReward;
    await saveProgram(app, tenant, referrerGets('discount_percent', 10));
    const second = (await friendOf(john)).referrerReward;
    await saveProgram(app, tenant, referrerGets('discount_percent', 50));
    const third = (await friendOf(john)).referrerReward;
    const names = { [first]: 'first', [second]: 'second', [third]: 'third' };
    const statuses = (): Promise<string[]> =>
      Promise.all([first, second, third].map(async (id) => (await rewardOf(app, tenant, id)).status));

    expect(await bill(john.id, names)).toEqual([
      'first 10000-500=9500',
      '10000-500-0=9500',
      `second: ${ONE_A_TIME}`,
      `third: ${ONE_A_TIME}`,
    ]);
    expect(await statuses()).toEqual(['applied', 'available', 'available']);
    expect(await bill(john.id, names)).toEqual([
      'second 10000-1000=9000',
      '10000-1000-0=9000',
      `third: ${ONE_A_TIME}`,
    ]);
    expect(await bill(john.id, names)).toEqual(['third 10000-5000=5000', '10000-5000-0=5000']);
    expect(await bill(john.id, names)).toEqual(['10000-0-0=10000']);
    expect(await statuses()).toEqual(['applied', 'applied', 'applied']);
  });

  it('also uses the reward earned as a referee, the older of the two first', async () => {
    const jane = await friendOf(await aReferrer(app, tenant));
    const bob = await friendOf(await sharing(app, tenant, jane));
    const names = { [jane.refereeReward]: 'as referee', [bob.referrerReward]: 'as referrer' };
    expect(await bill(jane.customerId, names)).toEqual([
      'as referee 10000-1000=9000',
      'as referrer 9000-900=8100',
      '10000-1900-0=8100',
    ]);
  });

  it('uses nothing if its amount is 0', async () => {
    await saveProgram(app, tenant, refereeGets('discount_fixed', 500 / unit));
    const { customerId } = await friendOf(await aReferrer(app, tenant));
    await grantCredit(app, tenant, customerId, 700);
    expect(await bill(customerId, {}, { amount_cents: 0 })).toEqual(['0-0-0=0', 'referral: saves_nothing']);
    expect(await bill(customerId)).toEqual([
      'referral 10000-500=9500',
      'credit 9500-700=8800',
      '10000-500-700=8800',
    ]);
  });

  it('does not use a discount that would save nothing: 10 % of 4 cents', async () => {
    const { customerId, refereeReward } = await friendOf(await aReferrer(app, tenant));
    expect(await bill(customerId, {}, { amount_cents: 4 })).toEqual(['4-0-0=4', 'referral: saves_nothing']);
    expect(await rewardOf(app, tenant, refereeReward)).toMatchObject({ status: 'available', used_cents: 0 });
    expect(await bill(customerId, {}, { amount_cents: 5 })).toEqual(['referral 5-1=4', '5-1-0=4']);
  });

  it('uses credit by expiry, credit without expiry last, and no expired credit', async () => {
    const { id } = await aReferrer(app, tenant);
    const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
    const names: Record<string, string> = {};
    for (const [name, cents, expires] of [
      ['never', 400, undefined],
      ['in 9 days', 300, inDays(9)],
      ['in 2 days', 200, inDays(2)],
      ['in 5 days', 100, inDays(5)],
    ] as const) {
      const { entries } = await grantCredit(app, tenant, id, cents, expires);
      names[entries[0]?.lot_id ?? ''] = name;
    }
    app.setClockAhead(3 * DAY_MS);
    expect(await bill(id, names, { amount_cents: 150 })).toEqual([
      'in 5 days 150-100=50',
      'in 9 days 50-50=0',
      '150-0-150=0',
    ]);
    expect(await bill(id, names, { amount_cents: 1000 })).toEqual([
      'in 9 days 1000-250=750',
      'never 750-400=350',
      '1000-0-650=350',
    ]);
    expect(entriesOf(await creditOf(app, tenant, id))).toEqual([
      'grant 400 = 400',
      'grant 300 = 700',
      'grant 200 = 900',
      'grant 100 = 1000',
      'expire -200 = 800',
      'capture -100 = 700',
      'capture -50 = 650',
      'capture -250 = 400',
      'capture -400 = 0',
    ]);
  });

  it('uses a reward after its hold ended, and not after its expiry', async () => {
    await saveProgram(app, tenant, { referral_hold_days: 7, referral_reward_expires_days: 10 });
    const jane = await friendOf(await aReferrer(app, tenant));
    const bob = await friendOf(await aReferrer(app, tenant));
    expect(await bill(jane.customerId)).toEqual(['10000-0-0=10000', 'referral: not_available_yet']);
    app.setClockAhead(8 * DAY_MS);
    expect(await bill(jane.customerId)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
    app.setClockAhead(18 * DAY_MS);
    expect(await bill(bob.customerId)).toEqual(['10000-0-0=10000']);
    expect(await rewardOf(app, tenant, bob.refereeReward)).toMatchObject({
      status: 'expired',
      redemption_id: null,
    });
  });

  it("reports its use in the rewards and the referral, which is applied once both sides' rewards are", async () => {
    const john = await aReferrer(app, tenant);
    const jane = await friendOf(john);
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'qualified',
      rewards_applied: false,
    });
    const one = (await redeem(app, tenant, jane.customerId, { amount_cents: 999 })).body;
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'qualified',
      rewards_applied: false,
      referee_reward: { status: 'applied', applied_at: one.created_at, redemption_id: one.id },
      referrer_reward: { status: 'available', applied_at: null, redemption_id: null },
    });
    const two = (await redeem(app, tenant, john.id)).body;
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'applied',
      rewards_applied: true,
      referrer_reward: { status: 'applied', applied_at: two.created_at, redemption_id: two.id },
    });
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
      status: 'applied',
      applied_at: one.created_at,
      redemption_id: one.id,
      used_cents: 100,
      shortfall_cents: 0,
    });
  });
});

describe('an invoice', () => {
  beforeEach(async () => (tenant = await aTenant(app)));

  it('names at most ten that wait', async () => {
    await saveProgram(app, tenant, referrerGets('discount_percent', 10));
    const john = await aReferrer(app, tenant);
    const { referrerReward: oldest } = await friendOf(john);
    for (let count = 0; count < 11; count++) await friendOf(john);
    const { body } = await redeem(app, tenant, john.id);
    expect(body.lines).toMatchObject([{ reward_id: oldest }]);
    expect(body.left_out.length).toBeLessThanOrEqual(10);
  });

  describe('reports the use', () => {
    it('in the timeline', async () => {
      const john = await aReferrer(app, tenant);
      const jane = await friendOf(john);
      await bill(john.id, {}, { invoice_id: 'INV-9' });
      await bill(jane.customerId, {}, { invoice_id: 'Nr. 7/2026 – ü' });
      expect(await newsOf(app, tenant, jane)).toEqual([
        "reward.applied by admin:usr_test: referrer's 10 % used on invoice INV-9",
        "reward.applied by admin:usr_test: referee's 10 % used on invoice Nr. 7/2026 – ü",
      ]);
    });

    it.each([
      ['USD', 5, "referee's 5.00 USD used on invoice I-1"],
      ['JPY', 500, "referee's 500 JPY used on invoice I-1"],
      ['KWD', 1.5, "referee's 1.500 KWD used on invoice I-1"],
    ])('in the timeline, in %s', async (currency, value, words) => {
      tenant = await aTenant(app, { currency });
      await saveProgram(app, tenant, refereeGets('discount_fixed', value));
      const jane = await friendOf(await aReferrer(app, tenant));
      await bill(jane.customerId, {}, { invoice_id: 'I-1' });
      expect(await newsOf(app, tenant, jane)).toEqual([`reward.applied by admin:usr_test: ${words}`]);
    });

    it('in events: one for each reward, one for the redemption, and none for a repeat', async () => {
      const jane = await friendOf(await aReferrer(app, tenant));
      const before = await eventsOf(app, tenant);
      const invoice = { invoice_id: 'NR-1' };
      const { body } = await redeem(app, tenant, jane.customerId, invoice);
      await redeem(app, tenant, jane.customerId, invoice);
      expect(await eventsOf(app, tenant)).toEqual([...before, 'reward.applied', 'redemption.applied']);
      const ids = { redemption_id: body.id, customer_id: jane.customerId };
      expect(await dataOf(app, tenant, 'redemption.applied')).toEqual([
        { ...ids, reward_ids: [jane.refereeReward] },
      ]);
      expect(await dataOf(app, tenant, 'reward.applied')).toEqual([
        { ...ids, reward_id: jane.refereeReward, referral_id: jane.referralId, role: 'referee' },
      ]);
    });
  });
});
