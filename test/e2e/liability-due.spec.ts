import type { LiabilityAnswer } from '../../src/reports/analytics/liability.dto.js';
import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import { DueSweepService } from '../../src/app/jobs/due-sweep.service.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { inVain } from './expectations.js';
import { aFriendOf, DAY_MS, type Friend, refereeGets, referrerGets } from './redemption-readings.js';

const NOW = '2026-06-01T12:00:00.000Z';
/** What is a day less than a millisecond old has not had that day yet. */
const ALMOST = DAY_MS - 1;
const REASON = { reason: 'a test' };

const app = useTestApp();

/** What there is of each age, each as `from-to: numbers`. */
const ages = (list: readonly { from_days: number; to_days: number | null }[]): string[] =>
  list.map(
    ({ from_days, to_days, ...values }) =>
      `${from_days}-${to_days ?? ''}: ${Object.values(values).join(' ')}`,
  );

describe.each(CURRENCIES)('the liability, in $currency', ({ currency, cents }) => {
  let tenant: TestTenant;
  let john: TestReferrer;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  });

  /** Holds the product's clock at a moment. */
  function at(moment: string): void {
    app.stopClockAt(moment);
  }

  async function report(query: Record<string, string> = {}): Promise<LiabilityAnswer> {
    const path = `/api/analytics/liability?${new URLSearchParams(query).toString()}`;
    const { status, body } = await app.get<LiabilityAnswer>(path, tenant.admin);
    expect(status).toBe(200);
    return body;
  }

  /** Somebody who came with John's code, under a program of its own. */
  async function aFriend(program: Partial<SaveConfigRequest>): Promise<Friend> {
    await saveProgram(app, tenant, program);
    return aFriendOf(app, tenant, john);
  }

  describe('what is outstanding, by age', () => {
    const ago = (days: number, more = 0): string =>
      new Date(Date.parse(NOW) - days * DAY_MS - more).toISOString();
    beforeEach(() => {
      at(NOW);
    });

    /** Makes a customer's grants as old as if they had been made at that moment. */
    const grantedAt = (customerId: string, moment: string): Promise<object[]> =>
      app.database.sql('update credit_lot set created_at = $3 where tenant_id = $1 and customer_id = $2', [
        tenant.id,
        customerId,
        moment,
      ]);

    it('counts whole days, and each grant with what is left of it', async () => {
      const made: [amount: number, days: number, more: number][] = [
        [1, 0, 0],
        [2, 30, ALMOST],
        [4, 31, 0],
        [8, 90, ALMOST],
        [16, 91, 0],
        [32, 180, ALMOST],
        [64, 181, 0],
        [128, 365, ALMOST],
        [256, 366, 0],
        [512, 3650, 0],
      ];
      for (const [amount, days, more] of made) {
        const { id } = await aCustomer(app, tenant);
        await grantCredit(app, tenant, id, amount);
        await grantedAt(id, ago(days, more));
      }
      for (const left of [0, 3000]) {
        const { id } = await aCustomer(app, tenant);
        await grantCredit(app, tenant, id, 1000 + left);
        await redeem(app, tenant, id, { amount_cents: 1000 });
        await grantedAt(id, ago(40));
      }
      const expiring = await aCustomer(app, tenant);
      await grantCredit(app, tenant, expiring.id, 50_000, '2026-06-01T12:00:00.001Z');
      await grantedAt(expiring.id, ago(200));
      expect(ages((await report()).outstanding_credit)).toEqual([
        '0-30: 2 3',
        '31-90: 3 3012',
        '91-180: 2 48',
        '181-365: 3 50192',
        '366-: 2 768',
      ]);
      at('2026-06-01T12:00:00.001Z');
      expect(ages((await report()).outstanding_credit)).toEqual([
        '0-30: 1 1',
        '31-90: 3 3006',
        '91-180: 2 24',
        '181-365: 2 96',
        '366-: 3 896',
      ]);
    });

    it('counts unused discounts since they became available, and none that has ended', async () => {
      /** A referee's reward that could be used at that moment. */
      const since = async (
        moment: string,
        [type, value]: Parameters<typeof refereeGets>,
        program: Partial<SaveConfigRequest> = {},
      ): Promise<Friend> => {
        const friend = await aFriend({ ...refereeGets(type, value), ...program });
        await app.database.sql('update reward set available_at = $2 where id = $1', [
          friend.refereeReward,
          moment,
        ]);
        return friend;
      };
      await since(NOW, ['discount_percent', 10]);
      await since(ago(30, ALMOST), ['discount_fixed', 1]);
      await since(ago(31), ['discount_fixed', 2]);
      await since(ago(90, ALMOST), ['discount_fixed', 4]);
      await since(ago(91), ['discount_percent', 100]);
      await since(ago(181), ['discount_fixed', 8], { referral_hold_days: 10 }); // due, and booked by nobody
      await since(ago(365, ALMOST), ['discount_percent', 5]);
      await since(ago(366), ['discount_fixed', 16], { referral_hold_days: 0 });
      const unused = [
        `0-30: 1 1 ${cents(1)}`,
        `31-90: 0 2 ${cents(2 + 4)}`,
        '91-180: 1 0 0',
        `181-365: 1 1 ${cents(8)}`,
        `366-: 0 1 ${cents(16)}`,
      ];
      expect(ages((await report()).unused_discounts)).toEqual(unused);
      const used = await since(ago(40), ['discount_fixed', 32]);
      await redeem(app, tenant, used.customerId, { amount_cents: 100 });
      const voided = await since(ago(40), ['discount_percent', 10]);
      await app.post(`/api/rewards/${voided.refereeReward}/void`, REASON, tenant.admin);
      const expired = await since(ago(40), ['discount_fixed', 64]);
      await app.database.sql('update reward set expires_at = $2 where id = $1', [expired.refereeReward, NOW]);
      await aFriend({ ...refereeGets('discount_fixed', 128), referral_hold_days: 10 });
      await aFriend({ ...refereeGets('discount_fixed', 256), referral_qualify_on: 'manual' });
      expect(ages((await report()).unused_discounts)).toEqual(unused);
    });
  });

  describe('what has come due but is not booked', () => {
    const TO_THE_END = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

    /** Holds that end and things that expire, on days on which nobody looks. */
    beforeEach(async () => {
      at('2026-01-05T00:00:00Z');
      await grantCredit(app, tenant, john.id, cents(4), '2026-02-03T00:00:00Z');
      await aFriend({
        ...referrerGets('credit', 20), // on 15 January, until 4 February
        referral_reward_referee_type: 'discount_fixed',
        referral_reward_referee_value: 5, // as long
        referral_hold_days: 10,
        referral_reward_expires_days: 20,
      });
      await aFriend({
        ...referrerGets('credit', 30), // on 15 January, for ever
        referral_reward_referee_type: 'discount_percent',
        referral_reward_referee_value: 10, // as long
        referral_reward_expires_days: null,
      });
      await aFriend({ ...referrerGets('credit', 1000), referral_hold_days: 90 }); // not due until 5 April
      await aFriend({
        ...refereeGets('discount_fixed', 7), // at once, until 4 February
        referral_hold_days: 0,
        referral_reward_expires_days: 30,
      });
      at('2026-03-20T00:00:00Z');
    });

    it('counts from the moment it came due', async () => {
      const months = ['01', '02', '03', '04'].map((month) => `2026-${month}-01T00:00:00Z`);
      const told = await inVain(app, async () => {
        const answers: LiabilityAnswer[] = [];
        for (const [index, to] of months.slice(1).entries())
          answers.push(await report({ from: months[index] ?? '', to }));
        return answers;
      });
      expect(
        told.map(({ credit }) => [
          credit.opening_cents,
          credit.granted_cents,
          credit.expired_cents,
          credit.closing_cents,
        ]),
      ).toEqual([
        [0, cents(54), 0, cents(54)],
        [cents(54), 0, cents(24), cents(30)],
        [cents(30), 0, 0, cents(30)],
      ]);
      expect(ages(told[2]?.outstanding_credit ?? [])).toContain(`31-90: 1 ${cents(30)}`);
      expect(ages(told[2]?.unused_discounts ?? [])).toContain('31-90: 1 0 0');
    });

    /** The same question before and after a job has booked everything, a minute later. */
    async function bookedMeanwhile<T>(question: () => Promise<T>): Promise<[before: T, after: T]> {
      const before = await question();
      at('2026-03-20T00:01:00Z');
      expect(await app.nest.get(DueSweepService).run()).toBeGreaterThan(0);
      at('2026-03-20T00:02:00Z');
      return [before, await question()];
    }

    it('has the same result once it is booked', async () => {
      const [before, after] = await bookedMeanwhile(async () => (await report(TO_THE_END)).credit);
      expect(after).toEqual(before);
      expect(before).toMatchObject({
        granted_cents: cents(54),
        expired_cents: cents(24),
        closing_cents: cents(30),
      });
    });

    it.each([
      ['the month in which it came due', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'],
      ['the month in which some of it expired', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'],
      ['the month in which it is booked', '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ])('does not move when it is booked: %s', async (_, from, to) => {
      const [before, after] = await bookedMeanwhile(async () => (await report({ from, to })).credit);
      expect(after).toEqual(before);
    });

    it('is as old as it was when it is booked', async () => {
      const [before, after] = await bookedMeanwhile(async () => {
        const { outstanding_credit, unused_discounts } = await report(TO_THE_END);
        return [ages(outstanding_credit), ages(unused_discounts)];
      });
      expect(after).toEqual(before);
    });
  });
});
