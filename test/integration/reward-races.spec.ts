import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { ValueType } from '../../src/tenant/value.js';
import { decide, expectSoundLedger } from '../e2e/decisions.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  type Friend,
  referralOf,
  refereeGets,
  referrerGets,
  reverse,
  rewardOf,
} from '../e2e/redemption-readings.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES, type CurrencyCase, inCurrency } from '../support/currencies.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt, refusalsOf, theCustomer } from './meeting.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const MANUAL = {
  referral_qualify_on: 'manual',
  referral_reward_type: 'credit',
  referral_reward_value: 20,
} as const;

describe('decisions about rewards, many at once', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;
  let cents: CurrencyCase['cents'];

  /** Every test begins with this. Those that take long take the currencies in turn. */
  const begin = async (currency: string): Promise<void> => {
    ({ cents } = inCurrency(currency));
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  };
  afterEach(() => expectSoundLedger(app, tenant));

  const count = (from: string): Promise<number> =>
    app.database.count(`${from} and tenant_id = $1`, [tenant.id]);
  const balanceOf = async (customer: string): Promise<number> =>
    (await creditOf(app, tenant, customer)).balance_cents;
  const setting = (program: Partial<SaveConfigRequest>): Promise<unknown> =>
    saveProgram(app, tenant, program);
  const aFriend = (): Promise<Friend> => aFriendOf(app, tenant, john);
  const redeeming = (customer: string, amount_cents = cents(12)): Promise<Reply> =>
    redeem(app, tenant, customer, { amount_cents });
  const voiding = (reward: string): Promise<Reply> => decide(app, tenant, `rewards/${reward}/void`);
  const ending = ({ referralId }: Friend): Promise<Reply> =>
    decide(app, tenant, `referrals/${referralId}/void`);
  const approving = ({ referralId }: Friend): Promise<Reply> =>
    decide(app, tenant, `referrals/${referralId}/approve`);
  /** Ten of the first, then ten of the second; the same the other way round; and both mixed. */
  const everyOrder = async (
    customer: () => Promise<string>,
    first: () => Promise<Reply>,
    second: () => Promise<Reply>,
    afterwards: (replies: Reply[], order: string) => Promise<void>,
  ): Promise<void> => {
    const ten = (call: () => Promise<Reply>) => (): Promise<Reply[]> => atOnce(10, call);
    const mixed = (): Promise<Reply[]> => atOnce(20, (index) => (index % 2 === 0 ? first() : second()));
    const orders = { first: [ten(first), ten(second)], second: [ten(second), ten(first)], mixed: [mixed] };
    for (const [order, [calls = mixed, late]] of Object.entries(orders)) {
      const lock = theCustomer(tenant, await customer());
      await afterwards(await meetingAt(app, lock, calls, late), order);
    }
  };

  it.each<[ValueType, string]>([
    ['discount_fixed', 'USD'],
    ['credit', 'JPY'],
  ])('takes a %s back once for twenty callers, in %s', async (type, currency) => {
    await begin(currency);
    await setting(referrerGets(type, 20));
    const { referrerReward } = await aFriend();
    await redeeming(john.id);
    const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
      atOnce(20, () => voiding(referrerReward)),
    );
    expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
    expect(refusalsOf(replies)).toEqual(['illegal_transition']);
    const reward = await rewardOf(app, tenant, referrerReward);
    expect(reward).toMatchObject({ status: 'reversed', shortfall_cents: cents(12) });
    expect(await balanceOf(john.id)).toBe(0);
    expect(await count(`outbox_event where type = 'reward.reversed'`)).toBe(1);
    expect(await count(`credit_entry where kind = 'reverse'`)).toBe(type === 'credit' ? 1 : 0);
  });

  it.each<[ValueType, string]>([
    ['discount_fixed', 'KWD'],
    ['credit', 'USD'],
  ])(
    'books as the shortfall of a %s what invoices saved, whichever comes first, in %s',
    async (type, currency) => {
      await begin(currency);
      await setting(refereeGets(type, 20));
      let jane: Friend;
      const savings: Record<string, number> = {};
      await everyOrder(
        async () => (jane = await aFriend()).customerId,
        () => voiding(jane.refereeReward),
        () => redeeming(jane.customerId),
        async (replies, order) => {
          expect(statuses(replies)).toEqual({ 200: 1, 201: 10, 409: 9 });
          expect(refusalsOf(replies)).toEqual(['illegal_transition']);
          const invoices = replies.map(({ body }) => body as Partial<RedemptionAnswer>);
          const saved = sum(
            invoices.map(({ discount_cents = 0, credit_cents = 0 }) => discount_cents + credit_cents),
          );
          const reward = await rewardOf(app, tenant, jane.refereeReward);
          expect(reward).toMatchObject({ status: 'reversed', shortfall_cents: saved });
          expect(await balanceOf(jane.customerId)).toBe(0);
          savings[order] = saved;
        },
      );
      expect(savings).toMatchObject({ first: 0, second: cents(type === 'credit' ? 20 : 12) });
    },
  );

  it.each<[ValueType, string]>([
    ['discount_fixed', 'JPY'],
    ['credit', 'KWD'],
  ])('leaves nothing of a %s voided while its invoice is reversed, in %s', async (type, currency) => {
    await begin(currency);
    await setting(refereeGets(type, 20));
    let jane: Friend;
    let invoice: string;
    await everyOrder(
      async () => {
        jane = await aFriend();
        invoice = ((await redeeming(jane.customerId)).body as RedemptionAnswer).id;
        return jane.customerId;
      },
      () => voiding(jane.refereeReward),
      () => reverse(app, tenant, invoice),
      async (replies) => {
        expect(statuses(replies)).toEqual({ 200: 2, 409: 18 });
        const reward = await rewardOf(app, tenant, jane.refereeReward);
        expect(reward).toMatchObject({ status: 'reversed', shortfall_cents: 0 });
        expect(await balanceOf(jane.customerId)).toBe(0);
        const { body } = await redeeming(jane.customerId);
        expect(body).toMatchObject({ lines: [], total_cents: cents(12) });
      },
    );
  });

  describe.each(CURRENCIES)('in $currency', ({ currency }) => {
    beforeEach(() => begin(currency));

    it('lets a referral qualify once for twenty approvals', async () => {
      await setting(MANUAL);
      const jane = await aFriend();
      const replies = await meetingAt(app, theCustomer(tenant, jane.customerId), () =>
        atOnce(20, () => approving(jane)),
      );
      expect(statuses(replies)).toEqual({ 200: 1, 409: 19 });
      expect(refusalsOf(replies)).toEqual(['illegal_transition']);
      expect(await balanceOf(john.id)).toBe(cents(20));
      expect(await count(`outbox_event where type = 'referral.qualified'`)).toBe(1);
    });

    it('lets a referral qualify once for a first invoice that is sent fifty times', async () => {
      await setting({ ...MANUAL, referral_qualify_on: 'first_invoice' });
      const { customerId } = await aFriend();
      const replies = await meetingAt(app, theCustomer(tenant, customerId), () =>
        atOnce(50, () => redeem(app, tenant, customerId, { invoice_id: 'INV-1' })),
      );
      expect(statuses(replies)).toEqual({ 201: 1, 200: 49 });
      for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
      expect(replies[0]?.body).toMatchObject({ discount_cents: 1000, lines: [{ source: 'referral' }] });
      expect(await balanceOf(john.id)).toBe(cents(20));
      expect(await count(`outbox_event where type = 'referral.qualified'`)).toBe(1);
    });

    it('books once what has come due, however many look at once', async () => {
      await setting({ ...MANUAL, referral_qualify_on: 'enrollment', referral_hold_days: 14 });
      await atOnce(3, aFriend);
      app.setClockAhead(14 * DAY_MS);
      const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
        atOnce<Reply>(20, (index) =>
          index % 4 === 0 ? redeeming(john.id) : app.get(`/api/customers/${john.id}/credit`, tenant.admin),
        ),
      );
      expect(statuses(replies)).toEqual({ 200: 15, 201: 5 });
      expect(await count(`credit_entry where kind = 'grant'`)).toBe(3);
      expect(await count(`outbox_event where type = 'reward.applied'`)).toBe(3);
      expect(await balanceOf(john.id)).toBe(cents(3 * 20 - 5 * 12));
    });
  });

  it('ends a referral once, and with it all it earned, whether an approval comes before or after', async () => {
    await begin('USD');
    await setting(MANUAL);
    let jane: Friend;
    const approved: Record<string, number> = {};
    await everyOrder(
      async () => (jane = await aFriend()).customerId,
      () => ending(jane),
      () => approving(jane),
      async (replies, order) => {
        const { 200: done = 0, 409: tooLate } = statuses(replies);
        expect([done === 1 || done === 2, tooLate]).toEqual([true, 20 - done]);
        approved[order] = done - 1;
        const [status, reward] = done === 2 ? ['reversed', 'reversed'] : ['rejected', 'voided'];
        const { timeline, ...referral } = await referralOf(app, tenant, jane);
        expect(referral).toMatchObject({
          status,
          referrer_reward: { status: reward, shortfall_cents: 0 },
          referee_reward: { status: reward, shortfall_cents: 0 },
        });
        expect(timeline.filter(({ event }) => event === `referral.${status}`)).toHaveLength(1);
        expect(await balanceOf(john.id)).toBe(0);
      },
    );
    expect(approved).toMatchObject({ first: 0, second: 1 });
  });

  it("brings first invoices, decisions, new friends and the referrer's own invoices to an end together", async () => {
    await begin('KWD');
    await setting({
      referral_qualify_on: 'first_invoice',
      referral_reward_type: 'credit',
      referral_reward_value: 5,
      referral_reward_referee_type: 'credit',
      referral_reward_referee_value: 3,
    });
    const friends = await atOnce(20, aFriend);
    const replies = await meetingAt(app, theCustomer(tenant, john.id), () =>
      Promise.all(
        friends.flatMap((friend, index) => [
          redeeming(friend.customerId, cents(2)),
          redeeming(john.id, cents(2)),
          index % 3 === 0 ? ending(friend) : approving(friend),
          enroll(app, tenant, { referral_code: john.code }),
          redeeming(friend.customerId, cents(2)),
        ]),
      ),
    );
    const { 200: decided = 0, 201: made, 409: tooLate = 0, ...others } = statuses(replies);
    expect([decided + tooLate, made, others]).toEqual([20, 80, {}]);
    expect(decided).toBeGreaterThanOrEqual(7); // every end of one that stands is in time
    expect([[], ['illegal_transition']]).toContainEqual(refusalsOf(replies));
    const qualified = await count(`referral where status = 'qualified'`);
    expect(await count(`reward where type = 'credit' and status = 'applied'`)).toBe(2 * qualified);
    expect(await count(`credit_entry where kind = 'grant'`)).toBe(
      await count('reward where applied_at is not null'),
    );
  });
});
