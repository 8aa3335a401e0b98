import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { decide, expectSoundLedger } from './decisions.js';
import {
  aFriendOf,
  creditOf,
  dataOf,
  DAY_MS,
  entriesOf,
  FIRST_INVOICE_PROGRAM,
  type Friend,
  newsOf,
  referralOf,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';

const app = useTestApp();

describe.each(CURRENCIES)('an invoice after the refund, in $currency', ({ currency, cents, shown }) => {
  const unit = cents(1);
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;
  let jane: Friend;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
    jane = await aFriend();
  });
  afterEach(() => expectSoundLedger(app, tenant));

  const aFriend = async (program: Partial<SaveConfigRequest> = {}): Promise<Friend> => {
    await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, ...program });
    return aFriendOf(app, tenant, john);
  };
  const pay = async (customer: string, amount: number, invoice_id?: string): Promise<RedemptionAnswer> => {
    const invoice = invoice_id === undefined ? {} : { invoice_id };
    const { body } = await redeem(app, tenant, customer, { amount_cents: amount * unit, ...invoice });
    return body;
  };
  const refund = async (id: string, amount?: number): Promise<void> => {
    const given = amount === undefined ? {} : { refunded_cents: amount * unit };
    expect((await reverse(app, tenant, id, given)).status).toBe(200);
  };
  /** An invoice that qualifies a friend's referral, and its refund. */
  const refunded = async ({ customerId }: Friend): Promise<void> => refund((await pay(customerId, 200)).id);
  const balanceOf = async (customer: string): Promise<number> =>
    (await creditOf(app, tenant, customer)).balance_cents / unit;
  const statusOf = async (id: string): Promise<string> => (await rewardOf(app, tenant, id)).status;

  it('qualifies the referral again, and both rewards come back', async () => {
    await refunded(jane);
    const next = await pay(jane.customerId, 300, 'INV-2');
    expect(told(next)).toEqual([
      `referral ${300 * unit}-${30 * unit}=${270 * unit}`,
      `${300 * unit}-${30 * unit}-0=${270 * unit}`,
    ]);
    const referral = await referralOf(app, tenant, jane);
    expect(referral).toMatchObject({
      status: 'applied',
      referrer_reward: { status: 'applied', shortfall_cents: 0, applied_at: next.created_at },
      referee_reward: { status: 'applied', shortfall_cents: 0, redemption_id: next.id },
    });
    expect(referral.timeline.map(({ event, detail }) => `${event}: ${detail}`).slice(-4)).toEqual([
      'referral.qualified: qualified by invoice INV-2',
      "reward.available: referee's 10 % can be used",
      `reward.applied: referrer's ${shown(20)} credit put on the account`,
      "reward.applied: referee's 10 % used on invoice INV-2",
    ]);
    expect(await balanceOf(john.id)).toBe(20);
    expect(await dataOf(app, tenant, 'referral.qualified')).toHaveLength(2);
    const { lots } = await creditOf(app, tenant, john.id);
    expect(lots).toMatchObject([{ reward_id: jane.referrerReward, granted_cents: 20 * unit }]);
  });

  it('qualifies it once: a second refund is final', async () => {
    await refunded(jane);
    await refunded(jane);
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
    const third = await pay(jane.customerId, 200);
    expect(third).toMatchObject({ lines: [], left_out: [] });
    expect(await referralOf(app, tenant, jane)).toMatchObject({
      status: 'reversed',
      referrer_reward: { status: 'reversed', shortfall_cents: 0 },
      referee_reward: { status: 'reversed', shortfall_cents: 0 },
    });
    expect(await balanceOf(john.id)).toBe(0);
  });

  it('can be previewed, and an invoice of 0 is not enough', async () => {
    await refunded(jane);
    await pay(jane.customerId, 0);
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
    const invoice = { customer_id: jane.customerId, invoice_id: 'P', currency, amount_cents: 200 * unit };
    const { body } = await app.post<RedemptionAnswer>('/api/redemptions/preview', invoice, tenant.admin);
    expect(body).toMatchObject({ discount_cents: 20 * unit });
    expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'reversed' });
  });

  it('starts a new hold and a new expiry', async () => {
    const bob = await aFriend({ referral_hold_days: 7, referral_reward_expires_days: 10 });
    await refunded(bob);
    app.setClockAhead(5 * DAY_MS);
    const { created_at } = await pay(bob.customerId, 200);
    const due = new Date(Date.parse(created_at) + 7 * DAY_MS).toISOString();
    const end = new Date(Date.parse(created_at) + 17 * DAY_MS).toISOString();
    const held = { status: 'pending', available_at: due, expires_at: end, applied_at: null };
    expect(await rewardOf(app, tenant, bob.refereeReward)).toMatchObject(held);
    expect(await rewardOf(app, tenant, bob.referrerReward)).toMatchObject(held);
    app.setClockAhead(13 * DAY_MS);
    expect(await balanceOf(john.id)).toBe(20);
    expect(await statusOf(bob.refereeReward)).toBe('available');
  });

  it('grants the referrer again what was not spent, and what an invoice returns later is theirs', async () => {
    const first = await pay(jane.customerId, 200);
    const spent = await pay(john.id, 15);
    await refund(first.id);
    await pay(jane.customerId, 200);
    expect(await rewardOf(app, tenant, jane.referrerReward)).toMatchObject({
      status: 'applied',
      shortfall_cents: 0,
    });
    expect(await balanceOf(john.id)).toBe(5);
    expect((await newsOf(app, tenant, jane)).at(-2)).toBe(
      `reward.applied by system: ${shown(5)} of the referrer's ${shown(20)} credit put on the account: the rest had already been used or had expired`,
    );
    const { body } = await reverse(app, tenant, spent.id);
    expect(body.reversals).toMatchObject([{ credit_cents: 15 * unit, spendable_cents: 15 * unit }]);
    expect(await balanceOf(john.id)).toBe(20);
    expect(entriesOf(await creditOf(app, tenant, john.id)).slice(-3)).toEqual([
      `reverse ${-5 * unit} = 0`,
      `grant ${5 * unit} = ${5 * unit}`,
      `restore ${15 * unit} = ${20 * unit}`,
    ]);
  });

  it('takes both grants back after a second refund, and counts what was spent of either', async () => {
    const first = await pay(jane.customerId, 200);
    const spent = await pay(john.id, 15);
    await refund(first.id);
    const second = await pay(jane.customerId, 200);
    await refund(spent.id, 10);
    expect(await balanceOf(john.id)).toBe(15);
    await pay(john.id, 12);
    await refund(second.id);
    expect(await rewardOf(app, tenant, jane.referrerReward)).toMatchObject({
      status: 'reversed',
      shortfall_cents: 17 * unit,
    });
    expect(await balanceOf(john.id)).toBe(0);
    await refund(spent.id);
    expect(await rewardOf(app, tenant, jane.referrerReward)).toMatchObject({ shortfall_cents: 12 * unit });
  });

  it('grants nothing again of a credit that was spent as a whole, and puts it on the account if it returns', async () => {
    const first = await pay(jane.customerId, 200);
    const spent = await pay(john.id, 50);
    await refund(first.id);
    await pay(jane.customerId, 200);
    expect(await rewardOf(app, tenant, jane.referrerReward)).toMatchObject({
      status: 'applied',
      shortfall_cents: 0,
    });
    expect(await balanceOf(john.id)).toBe(0);
    await refund(spent.id);
    expect(await balanceOf(john.id)).toBe(20);
  });

  it('grants all of it after the hold if the invoice that used it was reversed meanwhile', async () => {
    const bob = await aFriend({ referral_hold_days: 7 });
    const first = await pay(bob.customerId, 200);
    app.setClockAhead(8 * DAY_MS);
    const spent = await pay(john.id, 15);
    await refund(first.id);
    await pay(bob.customerId, 200);
    expect(await rewardOf(app, tenant, bob.referrerReward)).toMatchObject({
      status: 'pending',
      shortfall_cents: 15 * unit,
    });
    await refund(spent.id);
    expect(await balanceOf(john.id)).toBe(0);
    app.setClockAhead(16 * DAY_MS);
    expect(await balanceOf(john.id)).toBe(20);
  });

  it('ends as reversed, with its shortfall, what is refunded again inside the new hold', async () => {
    const bob = await aFriend({ referral_hold_days: 7 });
    const first = await pay(bob.customerId, 200);
    app.setClockAhead(8 * DAY_MS);
    await pay(john.id, 15);
    await refund(first.id);
    await refunded(bob);
    expect(await rewardOf(app, tenant, bob.referrerReward)).toMatchObject({
      status: 'reversed',
      shortfall_cents: 15 * unit,
    });
    app.setClockAhead(16 * DAY_MS);
    expect(await balanceOf(john.id)).toBe(0);
  });

  it('does not bring back what an admin had voided or what had expired', async () => {
    await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, referral_reward_type: 'discount_fixed' });
    const bob = await aFriend({ referral_reward_type: 'discount_fixed', referral_reward_expires_days: 5 });
    const first = await pay(bob.customerId, 200);
    await decide(app, tenant, `rewards/${bob.refereeReward}/void`);
    app.setClockAhead(6 * DAY_MS);
    await refund(first.id);
    await pay(bob.customerId, 200);
    expect(await referralOf(app, tenant, bob)).toMatchObject({
      status: 'unrewarded',
      referrer_reward: { status: 'expired' },
      referee_reward: { status: 'reversed' },
    });
  });
});
