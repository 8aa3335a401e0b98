import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { decide, expectSoundLedger } from '../e2e/decisions.js';
import {
  aFriendOf,
  creditOf,
  type Friend,
  referralOf,
  reverse,
  rewardOf,
} from '../e2e/redemption-readings.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt, refusalsOf, theCustomer } from './meeting.js';

const app = useTestApp();

describe.each(CURRENCIES)('refunds, many at once, in $currency', ({ currency, cents }) => {
  /** Both sides earn on an invoice of 50 or more: 20 of credit for the referrer, 10 % for the friend. */
  const PROGRAM = {
    referral_qualify_on: 'first_invoice',
    referral_reward_type: 'credit',
    referral_reward_value: 20,
    referral_min_invoice_cents: cents(50),
  } as const;
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;
  let jane: Friend;
  let invoice: RedemptionAnswer;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
    await saveProgram(app, tenant, PROGRAM);
    jane = await aFriendOf(app, tenant, john);
    invoice = (await payOf(jane.customerId)).body;
  });
  afterEach(() => expectSoundLedger(app, tenant));

  const balanceOf = async (customer: string): Promise<number> =>
    (await creditOf(app, tenant, customer)).balance_cents;
  const events = (type: string): Promise<number> =>
    app.database.count('outbox_event where tenant_id = $1 and type = $2', [tenant.id, type]);
  const refund = (): Promise<Reply> => reverse(app, tenant, invoice.id);
  const payOf = (customer: string): Promise<Reply<RedemptionAnswer>> =>
    redeem(app, tenant, customer, { amount_cents: cents(100) });
  const pay = (): Promise<Reply> => payOf(jane.customerId);
  const endReferral = (): Promise<Reply> => decide(app, tenant, `referrals/${jane.referralId}/void`);
  const meeting = (calls: () => Promise<Reply[]>, late?: () => Promise<Reply[]>): Promise<Reply[]> =>
    meetingAt(app, theCustomer(tenant, jane.customerId), calls, late);
  const ten = (call: () => Promise<Reply>) => (): Promise<Reply[]> => atOnce(10, call);
  const tenOfEach = (one: () => Promise<Reply>, other: () => Promise<Reply>) => (): Promise<Reply[]> =>
    atOnce(20, (index) => (index % 2 === 0 ? one() : other()));
  /** The referral, the referrer's reward and balance. */
  const standing = async (): Promise<unknown[]> => [
    (await referralOf(app, tenant, jane)).status,
    (await rewardOf(app, tenant, jane.referrerReward)).status,
    await balanceOf(john.id),
  ];

  it('reverses the referral once for twenty refunds of the whole invoice', async () => {
    const replies = await meeting(() => atOnce(20, refund));
    expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
    expect(refusalsOf(replies)).toEqual(['redemption_already_reversed']);
    expect(await standing()).toEqual(['reversed', 'reversed', 0]);
    expect([await events('referral.reversed'), await events('reward.reversed')]).toEqual([1, 2]);
  });

  it('reverses the referral once for twenty refunds of a part, of which six fit', async () => {
    const replies = await meeting(() =>
      atOnce(20, () => reverse(app, tenant, invoice.id, { refunded_cents: cents(15) })),
    );
    expect(statuses(replies)).toEqual({ 200: 6, 422: 14 });
    expect(await standing()).toEqual(['reversed', 'reversed', 0]);
    expect([await events('referral.reversed'), await events('reward.reversed')]).toEqual([1, 2]);
    const { body } = await app.get<RedemptionAnswer>(`/api/redemptions/${invoice.id}`, tenant.admin);
    expect(body).toMatchObject({
      status: 'partially_reversed',
      refunded_cents: cents(90),
      reversed_cents: cents(9),
    });
  });

  it('qualifies the referral again once for twenty invoices', async () => {
    await refund();
    const replies = await meeting(() => atOnce(20, pay));
    expect(statuses(replies)).toEqual({ 201: 20 });
    const discounted = replies.filter(({ body }) => (body as RedemptionAnswer).discount_cents > 0);
    expect(discounted).toHaveLength(1);
    expect(await standing()).toEqual(['applied', 'applied', cents(20)]);
    expect(await events('referral.qualified')).toBe(2);
  });

  it.each<[string, () => Promise<Reply[]>]>([
    ['refunds first', () => meeting(ten(refund), ten(pay))],
    ['invoices first', () => meeting(ten(pay), ten(refund))],
    ['mixed', () => meeting(tenOfEach(refund, pay))],
  ])('qualifies again at most once when the refund meets new invoices: %s', async (order, both) => {
    const replies = await both();
    expect(statuses(replies)).toEqual({ 201: 10, 200: 1, 409: 9 });
    const again = (await events('referral.qualified')) - 1;
    expect(await events('referral.reversed')).toBe(1);
    expect(order === 'refunds first' ? [1] : [0, 1]).toContain(again);
    expect(await standing()).toEqual(
      again === 1 ? ['applied', 'applied', cents(20)] : ['reversed', 'reversed', 0],
    );
    await pay();
    expect(await standing()).toEqual(['applied', 'applied', cents(20)]);
  });

  it.each<[string, (one: () => Promise<Reply>, other: () => Promise<Reply>) => Promise<Reply[]>]>([
    ['refunds first', (one, other) => meeting(ten(one), ten(other))],
    ['decisions first', (one, other) => meeting(ten(other), ten(one))],
    ['mixed', (one, other) => meeting(tenOfEach(one, other))],
  ])('ends the referral once, by a refund or by an admin: %s', async (order, both) => {
    const replies = await both(refund, endReferral);
    const { 200: done = 0 } = statuses(replies);
    expect(refusalsOf(replies).toSorted()).toEqual(['illegal_transition', 'redemption_already_reversed']);
    expect([await events('referral.reversed'), await events('reward.reversed')]).toEqual([1, 2]);
    expect(await standing()).toEqual(['reversed', 'reversed', 0]);
    const byAdmin = done === 2;
    expect(order === 'mixed' ? [true, false] : [order === 'decisions first']).toContain(byAdmin);
    await pay(); // a refund is followed by another invoice, a decision is not
    expect(await standing()).toEqual(
      byAdmin ? ['reversed', 'reversed', 0] : ['applied', 'applied', cents(20)],
    );
  });

  it('keeps count when the referrer spends while the referee pays and is refunded', async () => {
    const spend = (): Promise<Reply> => redeem(app, tenant, john.id, { amount_cents: cents(3) });
    const calls = [refund, pay, spend];
    const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
      atOnce(30, (index) => (calls[index % 3] ?? spend)()),
    );
    expect(statuses(replies)).toEqual({ 200: 1, 201: 20, 409: 9 });
    const spent = replies
      .map(({ body }) => body as Partial<RedemptionAnswer>)
      .filter(({ customer_id, lines }) => customer_id === john.id && lines !== undefined)
      .reduce((sum, { credit_cents = 0 }) => sum + credit_cents, 0);
    const { status, shortfall_cents } = await rewardOf(app, tenant, jane.referrerReward);
    expect((await balanceOf(john.id)) + spent - shortfall_cents).toBe(status === 'reversed' ? 0 : cents(20));
  });

  it('gives the last room of a budget to one of two voided rewards that come back at once', async () => {
    await saveProgram(app, tenant, { ...PROGRAM, referral_hold_days: 7, referral_budget_cents: cents(80) });
    const used = async (): Promise<number> => {
      const statement = `select used from reward_allowance where tenant_id = $1 and kind = 'budget'`;
      return Number((await app.database.sql<{ used: string }>(statement, [tenant.id]))[0]?.used);
    };
    const friends = [await aFriendOf(app, tenant, john), await aFriendOf(app, tenant, john)];
    for (const { customerId } of friends) {
      await reverse(app, tenant, (await payOf(customerId)).body.id);
    }
    while ((await used()) < cents(60)) await aFriendOf(app, tenant, john); // leaves room for one
    const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
      atOnce(10, (index) => payOf(friends[index % 2]?.customerId ?? '')),
    );
    expect(statuses(replies)).toEqual({ 201: 10 });
    const rewards = friends.map(({ referrerReward }) => rewardOf(app, tenant, referrerReward));
    const ended = (await Promise.all(rewards)).map(({ status }) => status).toSorted();
    expect([ended, await used()]).toEqual([['pending', 'voided'], cents(80)]);
    expect(await events('reward.withheld')).toBe(1);
  });
});
