import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { MyCodeAnswer, ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { decide, expectSoundLedger, expectTooLate, linesOf, REASON } from './decisions.js';
import { aFriendOf, creditOf, DAY_MS, type Friend, referralOf } from './redemption-readings.js';

const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;

const app = useTestApp();

describe.each(CURRENCIES)('decisions about referrals, in $currency', ({ currency, cents, shown }) => {
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant, { id: 'cus_john' });
  });
  afterEach(() => expectSoundLedger(app, tenant));

  /** Saves a program, and lets John refer Jane under it. */
  async function refer(program: Partial<SaveConfigRequest> = {}): Promise<Friend> {
    await saveProgram(app, tenant, program);
    return aFriendOf(app, tenant, john);
  }
  const end = ({ referralId }: Friend): Promise<Reply<ReferralDetailAnswer>> =>
    decide(app, tenant, `referrals/${referralId}/void`);
  const approve = ({ referralId }: Friend): Promise<Reply<ReferralDetailAnswer>> =>
    decide(app, tenant, `referrals/${referralId}/approve`);
  const balanceOf = async (customer: string): Promise<number> =>
    (await creditOf(app, tenant, customer)).balance_cents;

  describe('POST /api/referrals/:id/void', () => {
    it('rejects a waiting referral, and voids its rewards', async () => {
      const jane = await refer({ ...CREDIT, referral_qualify_on: 'manual' });
      const { status, body } = await end(jane);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'rejected',
        rewards_applied: false,
        referrer_reward: { status: 'voided', shortfall_cents: 0 },
        referee_reward: { status: 'voided', shortfall_cents: 0 },
      });
      expect(await referralOf(app, tenant, jane)).toEqual(body);
      expect(linesOf(body).slice(1)).toEqual([
        `referral.rejected by admin:usr_test: ${REASON}`,
        `reward.voided by admin:usr_test: referee's 10 % voided: ${REASON}`,
        `reward.voided by admin:usr_test: referrer's ${shown(20)} credit voided: ${REASON}`,
      ]);
      expect((await redeem(app, tenant, jane.customerId)).body).toMatchObject({ lines: [], left_out: [] });
    });

    it('rejects a referral whose rewards are on hold, and they never become available', async () => {
      const jane = await refer({ ...CREDIT, referral_hold_days: 14 });
      const voided = { referrer_reward: { status: 'voided' }, referee_reward: { status: 'voided' } };
      expect((await end(jane)).body).toMatchObject({ status: 'rejected', ...voided });
      app.setClockAhead(15 * DAY_MS);
      expect(await balanceOf(john.id)).toBe(0);
      expect(await referralOf(app, tenant, jane)).toMatchObject({ status: 'rejected', ...voided });
    });

    it('reverses a referral whose hold has ended, whether or not that was booked', async () => {
      const jane = await refer({ ...CREDIT, referral_hold_days: 14 });
      app.setClockAhead(14 * DAY_MS);
      expect((await end(jane)).body).toMatchObject({
        status: 'reversed',
        referrer_reward: { status: 'reversed', shortfall_cents: 0 },
        referee_reward: { status: 'reversed', shortfall_cents: 0 },
      });
      expect(await balanceOf(john.id)).toBe(0);
    });

    it('rejects a referral with unused discounts, and takes them back', async () => {
      const jane = await refer();
      const { body } = await end(jane);
      expect(body).toMatchObject({
        status: 'rejected',
        referrer_reward: { status: 'reversed', shortfall_cents: 0, applied_at: null },
        referee_reward: { status: 'reversed', shortfall_cents: 0, applied_at: null },
      });
      const line = `reward.reversed by admin:usr_test: referrer's 10 % reversed: ${REASON}`;
      expect(linesOf(body)).toContain(line);
      for (const customer of [jane.customerId, john.id]) {
        expect((await redeem(app, tenant, customer)).body).toMatchObject({ lines: [], left_out: [] });
      }
    });

    it('reverses a referral with a used discount, and records the shortfall', async () => {
      const jane = await refer({
        referral_reward_referee_type: 'discount_fixed',
        referral_reward_referee_value: 15,
      });
      const { body: invoice } = await redeem(app, tenant, jane.customerId, { amount_cents: cents(12) });
      const { body } = await end(jane);
      expect(body).toMatchObject({
        status: 'reversed',
        referrer_reward: { status: 'reversed', shortfall_cents: 0 },
        referee_reward: { status: 'reversed', shortfall_cents: cents(12), redemption_id: invoice.id },
      });
      expect(linesOf(body)).toContain(
        `reward.reversed by admin:usr_test: referee's ${shown(15)} reversed, ${shown(12)} of it already used: ${REASON}`,
      );
      expect((await app.get(`/api/redemptions/${invoice.id}`, tenant.admin)).body).toEqual(invoice);
    });

    it('reverses a referral with used credit: takes the rest, and records the shortfall', async () => {
      const jane = await refer(CREDIT);
      await grantCredit(app, tenant, john.id, cents(3));
      await redeem(app, tenant, john.id, { amount_cents: cents(15) });
      const { body } = await end(jane);
      expect(body).toMatchObject({
        status: 'reversed',
        referrer_reward: { status: 'reversed', shortfall_cents: cents(15) },
      });
      expect(linesOf(body)).toContain(
        `reward.reversed by admin:usr_test: referrer's ${shown(20)} credit reversed, ${shown(15)} of it already used: ${REASON}`,
      );
      // The manual credit is not touched: the shortfall is not taken from other credit.
      expect(await balanceOf(john.id)).toBe(cents(3));
    });

    it('removes the referral from the count of its referrer', async () => {
      const jane = await refer();
      await refer();
      await end(jane);
      const { body } = await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token);
      expect(body.referral_count).toBe(1);
    });

    it('does not change rewards that had already ended', async () => {
      const jane = await refer({ ...CREDIT, referral_reward_expires_days: 10 });
      await decide(app, tenant, `rewards/${jane.referrerReward}/void`);
      app.setClockAhead(10 * DAY_MS);
      const { body } = await end(jane);
      expect(body).toMatchObject({
        referrer_reward: { status: 'reversed' },
        referee_reward: { status: 'expired' },
      });
      expect(linesOf(body).filter((line) => line.startsWith('reward.reversed'))).toHaveLength(1);
    });

    it.each([
      ['rejected', {}],
      ['reversed', CREDIT],
    ])('ends a referral only once, and it stays %s', async (status, program) => {
      const jane = await refer(program);
      expect((await end(jane)).body.status).toBe(status);
      await expectTooLate(app, tenant, `referrals/${jane.referralId}/void`);
      await expectTooLate(app, tenant, `referrals/${jane.referralId}/approve`);
    });
  });

  describe('POST /api/referrals/:id/approve', () => {
    it('qualifies a waiting referral, once', async () => {
      const jane = await refer({ ...CREDIT, referral_qualify_on: 'manual' });
      const { status, body } = await approve(jane);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'qualified',
        referrer_reward: { status: 'applied' },
        referee_reward: { status: 'available' },
      });
      expect(linesOf(body).slice(1)).toEqual([
        `referral.qualified by admin:usr_test: approved: ${REASON}`,
        "reward.available by system: referee's 10 % can be used",
        `reward.applied by system: referrer's ${shown(20)} credit put on the account`,
      ]);
      expect(await balanceOf(john.id)).toBe(cents(20));
      await expectTooLate(app, tenant, `referrals/${jane.referralId}/approve`);
    });

    it('refuses a referral that already qualified by enrollment', async () => {
      const { referralId } = await refer();
      await expectTooLate(app, tenant, `referrals/${referralId}/approve`);
    });
  });

  it('shows others the decision, but not the reason', async () => {
    const jane = await refer({ ...CREDIT, referral_qualify_on: 'manual' });
    await approve(jane);
    await redeem(app, tenant, john.id, { amount_cents: cents(15) });
    await decide(app, tenant, `rewards/${jane.refereeReward}/void`);
    await end(jane);
    const events = await app.database.sql<{ type: string; data: object }>(
      `select type, data from outbox_event
        where tenant_id = $1 and type ~ '^(referral|reward)[.](qualified|rejected|reversed|voided)' order by id`,
      [tenant.id],
    );
    const referral_id = jane.referralId;
    const sides = { referrer_customer_id: john.id, referee_customer_id: jane.customerId };
    const reversed = (
      reward_id: string,
      customer_id: string,
      role: string,
      shortfall_cents: number,
    ): object => ({
      type: 'reward.reversed',
      data: { referral_id, reward_id, customer_id, role, shortfall_cents },
    });
    expect(events).toEqual([
      { type: 'referral.qualified', data: { referral_id, ...sides } },
      reversed(jane.refereeReward, jane.customerId, 'referee', 0),
      { type: 'referral.reversed', data: { referral_id } },
      reversed(jane.referrerReward, john.id, 'referrer', cents(15)),
    ]);
    const telling = `outbox_event where tenant_id = $1 and data::text ~ 'Smith'`;
    expect(await app.database.count(telling, [tenant.id])).toBe(0);
  });
});
