import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { eventsOf, expectProblem, inVain } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  type Friend,
  referralOf,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';

const app = useTestApp();

describe.each(CURRENCIES)('qualifying with the first invoice, in $currency', ({ currency, cents }) => {
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;
  let jane: Friend;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
    await saveProgram(app, tenant, { referral_qualify_on: 'first_invoice' });
    jane = await aFriendOf(app, tenant, john);
  });

  const expectWaiting = async (): Promise<void> => {
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'pending',
      referrer_reward: { status: 'pending', available_at: null },
      referee_reward: { status: 'pending', available_at: null },
    });
  };

  it('is pending until then, with both rewards', async () => {
    await expectWaiting();
    expect(told((await redeem(app, tenant, john.id)).body)).toEqual([
      '10000-0-0=10000',
      'referral: not_available_yet',
    ]);
    await expectWaiting();
  });

  it("qualifies: that invoice uses the referee's reward, and the referrer's becomes available", async () => {
    const { status, body } = await redeem(app, tenant, jane.customerId, { invoice_id: 'NR-9' });
    expect(status).toBe(201);
    expect(told(body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
    const { timeline, ...referral } = await referralOf(app, tenant, jane);
    expect(referral).toMatchObject({
      status: 'qualified',
      rewards_applied: false,
      referee_reward: { status: 'applied', redemption_id: body.id, available_at: body.created_at },
      referrer_reward: { status: 'available', available_at: body.created_at },
    });
    const lines = timeline.map(({ event, actor, detail }) => [event, actor, detail]);
    expect(lines.slice(1)).toContainEqual([
      'referral.qualified',
      'admin:usr_test',
      'qualified by invoice NR-9',
    ]);
    expect(lines.at(-1)).toEqual(['reward.applied', 'admin:usr_test', "referee's 10 % used on invoice NR-9"]);
    const second = await redeem(app, tenant, john.id);
    expect(told(second.body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'applied', rewards_applied: true });
  });

  it('qualifies once, even if the invoice is sent again or another follows', async () => {
    const invoice = { invoice_id: 'NR-1' };
    const first = await redeem(app, tenant, jane.customerId, invoice);
    const again = await inVain(app, () => redeem(app, tenant, jane.customerId, invoice));
    expect(again.body).toEqual(first.body);
    const second = await redeem(app, tenant, jane.customerId);
    expect(told(second.body)).toEqual(['10000-0-0=10000']);
    expect(await dataOf(app, tenant, 'referral.qualified')).toEqual([
      {
        referral_id: jane.referralId,
        referrer_customer_id: john.id,
        referee_customer_id: jane.customerId,
      },
    ]);
    const events = await eventsOf(app, tenant);
    expect(events.filter((type) => type.startsWith('redemption.'))).toHaveLength(2);
  });

  it('does not qualify with an invoice of 0, but with the next', async () => {
    const nothing = await redeem(app, tenant, jane.customerId, { amount_cents: 0 });
    expect(told(nothing.body)).toEqual(['0-0-0=0', 'referral: not_available_yet']);
    await expectWaiting();
    const first = await redeem(app, tenant, jane.customerId, { amount_cents: 5 });
    expect(told(first.body)).toEqual(['referral 5-1=4', '5-1-0=4']);
  });

  it('does not qualify with a refused invoice', async () => {
    const other = await aCustomer(app, tenant);
    await redeem(app, tenant, other.id, { invoice_id: 'TAKEN' });
    const reply = await inVain(app, () => redeem(app, tenant, jane.customerId, { invoice_id: 'TAKEN' }));
    expectProblem(reply, 409, 'invoice_already_redeemed');
    await expectWaiting();
  });

  it('qualifies even if the program was changed or disabled since', async () => {
    await saveProgram(app, tenant, {
      referral_enabled: false,
      referral_qualify_on: 'manual',
      referral_reward_referee_value: 50,
    });
    const { body } = await redeem(app, tenant, jane.customerId);
    expect(told(body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
  });

  it('earns rewards that wait for the hold to end, and are then used on an invoice', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'first_invoice', referral_hold_days: 7 });
    const bob = await aFriendOf(app, tenant, john);
    const first = await redeem(app, tenant, bob.customerId);
    expect(told(first.body)).toEqual(['10000-0-0=10000', 'referral: not_available_yet']);
    expect(first.body.left_out).toEqual([
      { source: 'referral', id: bob.refereeReward, reason: 'not_available_yet' },
    ]);
    const due = new Date(Date.parse(first.body.created_at) + 7 * DAY_MS).toISOString();
    expect(await referralOf(app, tenant, bob)).toMatchObject({
      status: 'qualified',
      referrer_reward: { status: 'pending', available_at: due },
      referee_reward: { status: 'pending', available_at: due },
    });
    app.setClockAhead(8 * DAY_MS);
    const second = await redeem(app, tenant, bob.customerId);
    expect(told(second.body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
  });

  it('grants credit to both sides, which the same invoice uses', async () => {
    await saveProgram(app, tenant, {
      referral_qualify_on: 'first_invoice',
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'credit',
      referral_reward_referee_value: 5,
    });
    const bob = await aFriendOf(app, tenant, john);
    expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(0);
    const { body } = await redeem(app, tenant, bob.customerId, { amount_cents: cents(3) });
    expect(told(body)).toEqual([`credit ${cents(3)}-${cents(3)}=0`, `${cents(3)}-0-${cents(3)}=0`]);
    expect(body.lines).toMatchObject([{ reward_id: bob.refereeReward, value: 5 }]);
    expect((await creditOf(app, tenant, bob.customerId)).balance_cents).toBe(cents(2));
    expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(cents(20));
    expect(await referralOf(app, tenant, bob)).toMatchObject({ status: 'applied', rewards_applied: true });
  });

  it('stays qualified when that invoice is reversed, if its terms say so, and the next invoice uses the reward', async () => {
    await saveProgram(app, tenant, { referral_on_refund: 'keep' });
    jane = await aFriendOf(app, tenant, john);
    const first = await redeem(app, tenant, jane.customerId);
    expect((await reverse(app, tenant, first.body.id)).status).toBe(200);
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'qualified',
      referee_reward: { status: 'available' },
      referrer_reward: { status: 'available' },
    });
    const second = await redeem(app, tenant, jane.customerId);
    expect(told(second.body)).toEqual(['referral 10000-1000=9000', '10000-1000-0=9000']);
    expect(await dataOf(app, tenant, 'referral.qualified')).toHaveLength(1);
  });

  it('does not qualify with an invoice if an admin must approve it', async () => {
    await saveProgram(app, tenant, { referral_qualify_on: 'manual' });
    const bob = await aFriendOf(app, tenant, john);
    const { body } = await redeem(app, tenant, bob.customerId);
    expect(told(body)).toEqual(['10000-0-0=10000', 'referral: not_available_yet']);
    expect(await rewardOf(app, tenant, bob.refereeReward)).toMatchObject({ status: 'pending' });
    expect(await referralOf(app, tenant, bob)).toMatchObject({ status: 'pending' });
  });
});
