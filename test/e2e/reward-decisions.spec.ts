import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { decide, expectSoundLedger, expectTooLate, linesOf, REASON } from './decisions.js';
import { expectInvalid, expectProblem, inVain } from './expectations.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  type Friend,
  referralOf,
  reverse,
  rewardOf,
} from './redemption-readings.js';

const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;

const app = useTestApp();
let tenant: TestTenant;
let john: Awaited<ReturnType<typeof aReferrer>>;

const begin = async (currency = 'USD'): Promise<void> => {
  tenant = await aTenant(app, { currency });
  john = await aReferrer(app, tenant, { id: 'cus_john' });
};
afterEach(() => expectSoundLedger(app, tenant));

/** Saves a program, and lets John refer Jane under it. */
async function refer(program: Partial<SaveConfigRequest> = {}): Promise<Friend> {
  await saveProgram(app, tenant, program);
  return aFriendOf(app, tenant, john);
}
const voidReward = (id: string): Promise<Reply<RewardAnswer>> =>
  decide<RewardAnswer>(app, tenant, `rewards/${id}/void`);
const balanceOf = async (customer: string): Promise<number> =>
  (await creditOf(app, tenant, customer)).balance_cents;

describe.each(CURRENCIES)('POST /api/rewards/:id/void, in $currency', ({ currency, cents }) => {
  beforeEach(() => begin(currency));

  it('reverses a used discount with a shortfall, until the invoice is reversed', async () => {
    const { refereeReward, customerId } = await refer();
    const { body: invoice } = await redeem(app, tenant, customerId, { amount_cents: 12_345 });
    expect((await voidReward(refereeReward)).body).toMatchObject({
      status: 'reversed',
      used_cents: 1235,
      shortfall_cents: 1235,
      redemption_id: invoice.id,
    });
    await reverse(app, tenant, invoice.id);
    expect(await rewardOf(app, tenant, refereeReward)).toMatchObject({
      status: 'reversed',
      used_cents: 0,
      shortfall_cents: 0,
    });
    expect((await redeem(app, tenant, customerId)).body.lines).toEqual([]);
  });

  it('takes all of an unused credit', async () => {
    const { referrerReward } = await refer(CREDIT);
    const { body } = await voidReward(referrerReward);
    expect(body).toMatchObject({ status: 'reversed', shortfall_cents: 0 });
    expect(await balanceOf(john.id)).toBe(0);
  });

  it('records the used credit as the shortfall, and takes what is returned later', async () => {
    const { referrerReward } = await refer(CREDIT);
    const { body: first } = await redeem(app, tenant, john.id, { amount_cents: cents(10) });
    const { body: second } = await redeem(app, tenant, john.id, { amount_cents: cents(6) });
    await reverse(app, tenant, first.id, { amount_cents: cents(2) });
    const standing = async (): Promise<[shortfall: number, balance: number]> => [
      (await rewardOf(app, tenant, referrerReward)).shortfall_cents,
      await balanceOf(john.id),
    ];
    expect((await voidReward(referrerReward)).body).toMatchObject({
      status: 'reversed',
      shortfall_cents: cents(14),
    });
    expect(await standing()).toEqual([cents(14), 0]);
    await reverse(app, tenant, second.id);
    expect(await standing()).toEqual([cents(8), 0]);
    await reverse(app, tenant, first.id);
    expect(await standing()).toEqual([0, 0]);
    expect((await redeem(app, tenant, john.id)).body.lines).toEqual([]);
  });
});

describe('decisions about rewards', () => {
  beforeEach(() => begin());

  describe('POST /api/rewards/:id/void', () => {
    it('voids a reward that is not available yet, and leaves the reward of the other side', async () => {
      const jane = await refer({ referral_qualify_on: 'manual' });
      const { status, body } = await voidReward(jane.refereeReward);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: jane.refereeReward, status: 'voided', shortfall_cents: 0 });
      await decide(app, tenant, `referrals/${jane.referralId}/approve`);
      const referral = await referralOf(app, tenant, jane);
      expect(referral).toMatchObject({
        status: 'qualified',
        referrer_reward: { status: 'available' },
        referee_reward: { status: 'voided', available_at: null },
      });
      const line = `reward.voided by admin:usr_test: referee's 10 % voided: ${REASON}`;
      expect(linesOf(referral)).toContain(line);
    });

    it('reverses a reward that waits for an invoice, so that the invoice does not use it', async () => {
      const jane = await refer();
      const { body } = await voidReward(jane.refereeReward);
      expect(body).toMatchObject({ status: 'reversed', shortfall_cents: 0 });
      expect((await redeem(app, tenant, jane.customerId)).body.lines).toEqual([]);
      expect(await referralOf(app, tenant, jane)).toMatchObject({
        status: 'qualified',
        referrer_reward: { status: 'available' },
      });
    });

    it('refuses to take back an expired reward', async () => {
      const { refereeReward } = await refer({ referral_reward_expires_days: 10 });
      app.setClockAhead(10 * DAY_MS);
      await expectTooLate(app, tenant, `rewards/${refereeReward}/void`);
    });

    it.each<[string, string, Partial<SaveConfigRequest>]>([
      ['a pending discount', 'voided', { referral_qualify_on: 'manual' }],
      ['an available discount', 'reversed', {}],
      ['a credit', 'reversed', CREDIT],
    ])('takes back %s only once, and it stays %s', async (_, status, program) => {
      const { referrerReward } = await refer(program);
      expect((await voidReward(referrerReward)).body.status).toBe(status);
      await expectTooLate(app, tenant, `rewards/${referrerReward}/void`);
    });
  });

  describe.each(['referrals/:id/void', 'referrals/:id/approve', 'rewards/:id/void'])(
    'POST /api/%s',
    (route) => {
      const ofReward = route.startsWith('rewards');
      /** Returns the path for something that waits for the decision. */
      async function path(): Promise<string> {
        const { referralId, refereeReward } = await refer({ referral_qualify_on: 'manual' });
        return route.replace(':id', ofReward ? refereeReward : referralId);
      }

      it.each([
        ['nothing', {}],
        ['null', { reason: null }],
        ['an empty text', { reason: '' }],
        ['a space', { reason: ' ' }],
        ['a number', { reason: 7 }],
        ['a text of 501 characters', { reason: 'x'.repeat(501) }],
      ])('refuses %s as the reason', async (_, body) => {
        const decision = await path();
        expectInvalid(await inVain(app, () => decide(app, tenant, decision, body)), 'reason');
      });

      it('accepts a reason of 500 characters, and no other field', async () => {
        const decision = await path();
        const more = { reason: REASON, amount_cents: 1 };
        expectInvalid(await inVain(app, () => decide(app, tenant, decision, more)), 'amount_cents');
        expect((await decide(app, tenant, decision, { reason: 'x'.repeat(500) })).status).toBe(200);
      });

      it("does not find unknown ids, or another tenant's", async () => {
        const decision = await path();
        const other = await aTenant(app);
        const notFound = ofReward ? 'reward_not_found' : 'referral_not_found';
        expectProblem(await inVain(app, () => decide(app, other, decision)), 404, notFound);
        const unknown = route.replace(':id', 'no_such');
        expectProblem(await inVain(app, () => decide(app, tenant, unknown)), 404, notFound);
      });
    },
  );
});
