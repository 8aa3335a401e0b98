import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  entriesOf,
  newsOf,
  refereeGets,
  referrerGets,
  reverse,
  rewardOf,
  told,
} from './redemption-readings.js';

const tomorrow = (): string => new Date(Date.now() + DAY_MS).toISOString();

const app = useTestApp();

describe.each(CURRENCIES)('a late reversal, in $currency', ({ currency, cents }) => {
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  const expectLedgerToAddUp = async (): Promise<void> => {
    expect((await app.get('/api/ledger/verify', tenant.admin)).body).toMatchObject({ valid: true });
  };
  const takeBack = async (what: string, id: string): Promise<number> =>
    (await app.post(`/api/${what}/${id}/void`, { reason: 'fraud' }, tenant.admin)).status;

  it('returns expired credit, which expires again at once', async () => {
    const { id } = await aCustomer(app, tenant);
    await grantCredit(app, tenant, id, 1000, tomorrow());
    const { body } = await redeem(app, tenant, id, { amount_cents: 400 });
    app.setClockAhead(2 * DAY_MS);
    const reversed = await reverse(app, tenant, body.id);
    expect(reversed.body).toMatchObject({ status: 'reversed', restored_credit_cents: 400 });
    const credit = await creditOf(app, tenant, id);
    expect(credit).toMatchObject({ balance_cents: 0, lots: [] });
    expect(entriesOf(credit)).toEqual([
      'grant 1000 = 1000',
      'capture -400 = 600',
      'expire -600 = 0',
      'restore 400 = 400',
      'expire -400 = 0',
    ]);
    // Booked by the reversal itself: expiry booked by reading a statement has no redemption.
    const [expired, restored] = credit.entries;
    expect(expired).toMatchObject({ redemption_id: body.id, created_at: restored?.created_at });
    expect(told((await redeem(app, tenant, id)).body)).toEqual(['10000-0-0=10000']);
    await expectLedgerToAddUp();
  });

  it('returns expired and other credit, each to its own lot', async () => {
    const { id } = await aCustomer(app, tenant);
    await grantCredit(app, tenant, id, 300, tomorrow());
    await grantCredit(app, tenant, id, 500);
    const { body } = await redeem(app, tenant, id, { amount_cents: 800 });
    app.setClockAhead(2 * DAY_MS);
    await reverse(app, tenant, body.id, { amount_cents: 500 });
    expect((await creditOf(app, tenant, id)).balance_cents).toBe(500);
    await reverse(app, tenant, body.id);
    const credit = await creditOf(app, tenant, id);
    expect(credit).toMatchObject({ balance_cents: 500, lots: [{ remaining_cents: 500, expires_at: null }] });
    expect(entriesOf(credit).slice(-2)).toEqual(['restore 300 = 800', 'expire -300 = 500']);
    await expectLedgerToAddUp();
  });

  it('returns an expired discount, which expires and cannot be used', async () => {
    await saveProgram(app, tenant, {
      ...refereeGets('discount_percent', 10),
      referral_reward_expires_days: 5,
    });
    const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
    const { body } = await redeem(app, tenant, jane.customerId, { invoice_id: 'NR-1' });
    app.setClockAhead(6 * DAY_MS);
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({ status: 'applied' });
    await reverse(app, tenant, body.id);
    expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
      status: 'expired',
      applied_at: null,
      redemption_id: null,
      used_cents: 0,
    });
    const next = await redeem(app, tenant, jane.customerId);
    expect(told(next.body)).toEqual(['10000-0-0=10000']);
    expect(await newsOf(app, tenant, jane)).toEqual([
      "reward.applied by admin:usr_test: referee's 10 % used on invoice NR-1",
      "reward.returned by admin:usr_test: referee's 10 % given back: invoice NR-1 was reversed",
      "reward.expired by system: referee's 10 % expired unused",
    ]);
  });

  describe('after the reward was taken back', () => {
    it('reduces the shortfall of a credit, part by part, and returns nothing to the customer', async () => {
      await saveProgram(app, tenant, referrerGets('credit', 20));
      const john = await aReferrer(app, tenant);
      const { referrerReward } = await aFriendOf(app, tenant, john);
      const { body } = await redeem(app, tenant, john.id, { amount_cents: cents(15) });
      expect(await takeBack('rewards', referrerReward)).toBe(200);
      const shortfall = async (): Promise<number> => {
        const { status, shortfall_cents } = await rewardOf(app, tenant, referrerReward);
        expect(status).toBe('reversed');
        return shortfall_cents;
      };
      expect(await shortfall()).toBe(cents(15));
      await reverse(app, tenant, body.id, { amount_cents: cents(6) });
      expect(await shortfall()).toBe(cents(9));
      await reverse(app, tenant, body.id);
      expect(await shortfall()).toBe(0);
      const credit = await creditOf(app, tenant, john.id);
      expect(credit).toMatchObject({ balance_cents: 0, lots: [] });
      expect(entriesOf(credit)).toEqual([
        `grant ${cents(20)} = ${cents(20)}`,
        `capture ${cents(-15)} = ${cents(5)}`,
        `reverse ${cents(-5)} = 0`,
        `restore ${cents(6)} = ${cents(6)}`,
        `reverse ${cents(-6)} = 0`,
        `restore ${cents(9)} = ${cents(9)}`,
        `reverse ${cents(-9)} = 0`,
      ]);
      await expectLedgerToAddUp();
    });

    it('leaves as the shortfall only what is still used on invoices, if the reversal was first', async () => {
      await saveProgram(app, tenant, referrerGets('credit', 20));
      const john = await aReferrer(app, tenant);
      const { referrerReward } = await aFriendOf(app, tenant, john);
      const { body } = await redeem(app, tenant, john.id, { amount_cents: cents(15) });
      await reverse(app, tenant, body.id, { amount_cents: cents(6) });
      await takeBack('rewards', referrerReward);
      expect(await rewardOf(app, tenant, referrerReward)).toMatchObject({ shortfall_cents: cents(9) });
      expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(0);
      await reverse(app, tenant, body.id);
      expect(await rewardOf(app, tenant, referrerReward)).toMatchObject({ shortfall_cents: 0 });
      await expectLedgerToAddUp();
    });

    it('clears the shortfall of a discount with the full reversal, and does not return the discount', async () => {
      const jane = await aFriendOf(app, tenant, await aReferrer(app, tenant));
      await grantCredit(app, tenant, jane.customerId, 1000);
      const { body } = await redeem(app, tenant, jane.customerId, { invoice_id: 'NR-1' });
      await takeBack('rewards', jane.refereeReward);
      const used = { status: 'reversed', used_cents: 1000, shortfall_cents: 1000, redemption_id: body.id };
      expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject(used);
      await reverse(app, tenant, body.id, { amount_cents: 1999 });
      expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject(used);
      await reverse(app, tenant, body.id);
      expect(await rewardOf(app, tenant, jane.refereeReward)).toMatchObject({
        status: 'reversed',
        used_cents: 0,
        shortfall_cents: 0,
        redemption_id: null,
      });
      const next = await redeem(app, tenant, jane.customerId);
      expect(told(next.body)).toEqual(['credit 10000-1000=9000', '10000-0-1000=9000']);
      const shown = { USD: '10.00 USD', JPY: '1000 JPY', KWD: '1.000 KWD' }[currency] ?? '';
      expect(await newsOf(app, tenant, jane)).toEqual([
        "reward.applied by admin:usr_test: referee's 10 % used on invoice NR-1",
        `reward.reversed by admin:usr_test: referee's 10 % reversed, ${shown} of it already used: fraud`,
        "reward.recovered by admin:usr_test: referee's 10 % is not used any more: invoice NR-1 was reversed",
      ]);
    });

    it('returns nothing to either side of a voided referral', async () => {
      const john = await aReferrer(app, tenant);
      const jane = await aFriendOf(app, tenant, john);
      const { body } = await redeem(app, tenant, jane.customerId);
      expect(await takeBack('referrals', jane.referralId)).toBe(200);
      await reverse(app, tenant, body.id);
      for (const [customerId, reward] of [
        [jane.customerId, jane.refereeReward],
        [john.id, jane.referrerReward],
      ] as const) {
        expect(await rewardOf(app, tenant, reward)).toMatchObject({ status: 'reversed', shortfall_cents: 0 });
        expect(told((await redeem(app, tenant, customerId)).body)).toEqual(['10000-0-0=10000']);
      }
    });
  });
});
