import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { MyReferralAnswer } from '../../src/referral/referral.dto.js';
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
import { decide, expectSoundLedger } from './decisions.js';
import {
  aFriendOf,
  creditOf,
  DAY_MS,
  FIRST_INVOICE_PROGRAM,
  type Friend,
  reverse,
  rewardOf,
} from './redemption-readings.js';

const app = useTestApp();

describe.each(CURRENCIES)('credit that comes back after a refund, in $currency', ({ currency, cents }) => {
  const unit = cents(1);
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  });
  afterEach(() => expectSoundLedger(app, tenant));

  const aFriend = async (program: Partial<SaveConfigRequest>): Promise<Friend> => {
    await saveProgram(app, tenant, { ...FIRST_INVOICE_PROGRAM, ...program });
    return aFriendOf(app, tenant, john);
  };
  const pay = async (customer: string, amount: number): Promise<RedemptionAnswer> =>
    (await redeem(app, tenant, customer, { amount_cents: amount * unit })).body;
  const refund = async (id: string): Promise<void> => {
    expect((await reverse(app, tenant, id, {})).status).toBe(200);
  };
  const refunded = async ({ customerId }: Friend): Promise<void> => refund((await pay(customerId, 200)).id);
  const balanceOf = async (customer: string): Promise<number> =>
    (await creditOf(app, tenant, customer)).balance_cents / unit;
  const statusOf = async (id: string): Promise<string> => (await rewardOf(app, tenant, id)).status;

  it.each<[string, number, 'expired' | 'deducted', number]>([
    ['nothing of a credit that had expired', 0, 'expired', 0],
    ['nothing of a credit that was deducted by hand', 20, 'deducted', 0],
    ['of a credit the part that the refund took', 15, 'deducted', 5],
  ])('brings back %s', async (_, deducted, how, back) => {
    const bob = await aFriend({ referral_reward_expires_days: 5 });
    const first = await pay(bob.customerId, 200);
    if (deducted > 0) await grantCredit(app, tenant, john.id, -deducted * unit);
    if (how === 'expired') app.setClockAhead(6 * DAY_MS);
    await refund(first.id);
    expect(await rewardOf(app, tenant, bob.referrerReward)).toMatchObject({ shortfall_cents: 0 });
    await pay(bob.customerId, 200);
    expect(await balanceOf(john.id)).toBe(back);
    expect(await statusOf(bob.referrerReward)).toBe(back === 0 ? 'reversed' : 'applied');
  });

  it('tells the referrer what will come after the hold, and is reversed, not rejected, in it', async () => {
    const bob = await aFriend({ referral_hold_days: 7 });
    const first = await pay(bob.customerId, 200);
    app.setClockAhead(8 * DAY_MS);
    await pay(john.id, 15);
    await refund(first.id);
    await pay(bob.customerId, 200);
    const mine = async (): Promise<MyReferralAnswer | undefined> =>
      (await app.get<Page<MyReferralAnswer>>('/api/referrals/mine', john.token)).body.data[0];
    expect(await mine()).toMatchObject({ reward: { value: 5, status: 'pending' } });
    const { status, referrer_reward } = (await decide(app, tenant, `referrals/${bob.referralId}/void`)).body;
    expect([status, referrer_reward?.status, referrer_reward?.shortfall_cents]).toEqual([
      'reversed',
      'reversed',
      15 * unit,
    ]);
  });

  it('reports as a shortfall what was used, also when it is taken back inside its new hold', async () => {
    const bob = await aFriend({ referral_hold_days: 7 });
    const first = await pay(bob.customerId, 200);
    app.setClockAhead(8 * DAY_MS);
    await grantCredit(app, tenant, john.id, -15 * unit);
    await refund(first.id);
    await refunded(bob);
    expect(await rewardOf(app, tenant, bob.referrerReward)).toMatchObject({
      status: 'reversed',
      shortfall_cents: 0,
    });
  });

  it('brings nothing back to a referrer who was erased', async () => {
    const bob = await aFriend({ referral_hold_days: 7 });
    await refunded(bob);
    expect((await app.delete(`/api/customers/${john.id}`, tenant.admin)).status).toBe(204);
    await pay(bob.customerId, 200);
    expect(await statusOf(bob.referrerReward)).toBe('voided');
    expect(await statusOf(bob.refereeReward)).toBe('pending');
  });
});
