import type { ConfigAnswer, CurrentConfigAnswer } from '../../src/config/config.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { MyCodeAnswer, ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferee, aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';

describe.each(CURRENCIES)('limits count what was earned, in $currency', ({ currency, cents }) => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    app.stopClockAt('2026-11-27T10:00:00.000Z');
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  });

  /** The referrer earns 20 of credit, the friend nothing. */
  const program = (settings: object): Promise<ConfigAnswer> =>
    saveProgram(app, tenant, {
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_value: 0,
      ...settings,
    });
  const refer = (person: object = {}): Promise<EnrollmentAnswer> =>
    aReferee(app, tenant, { referral_code: john.code, ...person });
  const decide = async (
    { referral }: EnrollmentAnswer,
    how: 'approve' | 'void',
  ): Promise<ReferralDetailAnswer> => {
    const path = `/api/referrals/${referral.referral_id ?? ''}/${how}`;
    return (await app.post<ReferralDetailAnswer>(path, { reason: 'a test' }, tenant.admin)).body;
  };
  const detail = async ({ referral }: EnrollmentAnswer): Promise<ReferralDetailAnswer> =>
    (await app.get<ReferralDetailAnswer>(`/api/referrals/${referral.referral_id ?? ''}`, tenant.admin)).body;
  const budgetUsed = async (): Promise<number | undefined> =>
    (await app.get<CurrentConfigAnswer>('/api/referrals/config', tenant.admin)).body.usage?.budget.used_cents;
  const rewardsLeft = async (): Promise<number | undefined> =>
    (await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token)).body.limit?.left;
  const balance = async (): Promise<number> =>
    (await app.get<CreditStatementAnswer>(`/api/customers/${john.id}/credit`, tenant.admin)).body
      .balance_cents;

  it('gives the room of a rejected referral back, so that nobody can use up a budget with throw-away addresses', async () => {
    await app.put('/api/abuse-rules', { disposable_domain: 'hold' }, tenant.admin);
    await program({ referral_budget_cents: cents(60) });
    for (const name of ['a', 'b', 'c']) await refer({ email: `${name}@mailinator.com` });
    expect(await budgetUsed()).toBe(cents(60));
    const reviews = await app.get<Page<ReviewAnswer>>('/api/reviews?status=open', tenant.admin);
    for (const { id } of reviews.body.data) {
      await app.post(`/api/reviews/${id}/reject`, { reason: 'made up' }, tenant.admin);
    }
    expect(await budgetUsed()).toBe(0);
    const genuine = await detail(await refer());
    expect(genuine).toMatchObject({ referrer_reward: { value: 20 }, referrer_reward_withheld: null });
    expect([await balance(), await budgetUsed()]).toEqual([cents(20), cents(20)]);
  });

  it('gives the room of a referral that never qualified to the next friend', async () => {
    await program({ referral_qualify_on: 'first_invoice', referral_max_rewards_per_referrer: 2 });
    const [first] = [await refer(), await refer()];
    const third = await refer();
    expect(await detail(third)).toMatchObject({ referrer_reward_withheld: 'limit_reached' });
    await decide(first, 'void');
    expect(await detail(await refer())).toMatchObject({ referrer_reward: { status: 'pending' } });
  });

  it("tries a referrer's withheld reward again when the referral qualifies", async () => {
    await program({ referral_qualify_on: 'manual', referral_max_rewards_per_referrer: 1 });
    const [fraud, genuine, late] = [await refer(), await refer(), await refer()];
    await decide(fraud, 'void');
    expect(await decide(genuine, 'approve')).toMatchObject({
      status: 'applied',
      referrer_reward: { value: 20, status: 'applied' },
      referrer_reward_withheld: null,
    });
    expect(await decide(late, 'approve')).toMatchObject({
      status: 'unrewarded',
      referrer_reward: null,
      referrer_reward_withheld: 'limit_reached',
    });
    expect(await balance()).toBe(cents(20));
    const { timeline } = await detail(late);
    expect(timeline.filter(({ event }) => event === 'reward.withheld')).toHaveLength(1);
  });

  it('tries it again by the first invoice, too, and the credit is there at once', async () => {
    await program({ referral_qualify_on: 'first_invoice', referral_budget_cents: cents(20) });
    const [lost, paying] = [await refer(), await refer()];
    await decide(lost, 'void');
    await redeem(app, tenant, paying.customer_id, { amount_cents: cents(100) });
    expect([await balance(), await budgetUsed()]).toEqual([cents(20), cents(20)]);
  });

  it('does not give a friend later what the answer to the enrollment said would not come', async () => {
    await program({
      referral_qualify_on: 'manual',
      referral_budget_cents: cents(5),
      referral_reward_value: 0,
      referral_reward_referee_type: 'discount_fixed',
      referral_reward_referee_value: 5,
    });
    const [first, told] = [await refer(), await refer()];
    expect(told.discounts).toEqual([]);
    await decide(first, 'void');
    expect(await decide(told, 'approve')).toMatchObject({ referee_reward: null });
  });

  it('keeps the room of a reward that is reversed after it could be used', async () => {
    await program({ referral_budget_cents: cents(20), referral_max_rewards_per_referrer: 1 });
    await decide(await refer(), 'void');
    expect([await balance(), await budgetUsed()]).toEqual([0, cents(20)]);
    expect(await detail(await refer())).toMatchObject({ referrer_reward_withheld: 'limit_reached' });
  });

  it('gives room back to the month in which it was taken', async () => {
    await program({
      referral_qualify_on: 'manual',
      referral_budget_cents: cents(40),
      referral_max_rewards_per_referrer: 2,
      referral_max_rewards_period: 'month',
    });
    const november = await refer();
    app.stopClockAt('2026-12-01T00:00:00.000Z');
    await refer();
    await decide(november, 'void');
    expect(await budgetUsed()).toBe(cents(20));
    expect(await detail(await refer())).toMatchObject({ referrer_reward: { status: 'pending' } });
    expect(await detail(await refer())).toMatchObject({ referrer_reward_withheld: 'limit_reached' });
  });

  it('does not count a voided reward under a limit that is set afterwards', async () => {
    await program({ referral_qualify_on: 'manual' });
    await decide(await refer(), 'void');
    await program({ referral_qualify_on: 'manual', referral_budget_cents: cents(20) });
    expect(await budgetUsed()).toBe(0);
    expect(await detail(await refer())).toMatchObject({ referrer_reward: { status: 'pending' } });
  });

  it('shows what the month has used of a budget, also after the rewards became percentages', async () => {
    await program({ referral_budget_cents: cents(60) });
    await refer();
    await saveProgram(app, tenant, { referral_budget_cents: cents(60) });
    expect(await budgetUsed()).toBe(cents(20));
  });

  it('counts a reward that comes back after a refund in the limits that later terms have set', async () => {
    const waiting = { referral_qualify_on: 'first_invoice', referral_hold_days: 7 };
    await program(waiting);
    const friend = await refer();
    const { body: first } = await redeem(app, tenant, friend.customer_id, { amount_cents: cents(100) });
    await program({
      ...waiting,
      referral_budget_cents: cents(100),
      referral_max_rewards_per_referrer: 5,
      referral_max_rewards_period: 'year',
    });
    const used = async (): Promise<unknown[]> => [await budgetUsed(), await rewardsLeft()];
    expect(await used()).toEqual([cents(20), 4]);
    const reversal = { reason: 'a refund' };
    await app.post(`/api/redemptions/${first.id}/reverse`, reversal, tenant.admin);
    expect(await used()).toEqual([0, 5]);
    await redeem(app, tenant, friend.customer_id, { amount_cents: cents(100) });
    expect(await detail(friend)).toMatchObject({
      status: 'qualified',
      referrer_reward: { status: 'pending' },
    });
    expect(await used()).toEqual([cents(20), 4]);
    for (let other = 0; other < 5; other++) await refer();
    expect(await used()).toEqual([cents(100), 0]);
  });

  it('counts a reward that was withheld at first in the limits that later terms have set', async () => {
    await program({ referral_qualify_on: 'manual', referral_max_rewards_per_referrer: 1 });
    const [lost, late] = [await refer(), await refer()];
    await program({ referral_qualify_on: 'manual', referral_budget_cents: cents(40) });
    await decide(lost, 'void');
    await decide(late, 'approve');
    expect(await budgetUsed()).toBe(cents(20));
  });

  // Three friends under a limit with room for two, a fourth under other terms who is voided, then the three are approved.
  it.each<[string, object, object]>([
    ['cap', { referral_max_rewards_per_referrer: 2 }, { referral_max_rewards_per_referrer: null }],
    ['budget', { referral_budget_cents: 40 }, { referral_budget_cents: null }],
    [
      'cap in another period',
      { referral_max_rewards_per_referrer: 2, referral_max_rewards_period: 'month' },
      { referral_max_rewards_per_referrer: 10, referral_max_rewards_period: 'ever' },
    ],
  ])('keeps the %s of older terms, however many came and went under other terms', async (_, limit, other) => {
    const waiting = { referral_qualify_on: 'manual' };
    const inCents = Object.entries(limit).map(([key, value]) => [
      key,
      key === 'referral_budget_cents' ? cents(value as number) : (value as unknown),
    ]);
    await program({ ...waiting, ...(Object.fromEntries(inCents) as object) });
    const friends = [await refer(), await refer(), await refer()];
    await program({ ...waiting, ...other });
    await decide(await refer(), 'void');
    for (const friend of friends) await decide(friend, 'approve');
    expect(await balance()).toBe(cents(40));
    expect(friends[2] && (await detail(friends[2]))).toMatchObject({ status: 'unrewarded' });
    await program({ referral_budget_cents: cents(40) });
    expect(await budgetUsed()).toBe(cents(40));
  });

  it('counts a reward of terms without a limit in the limit of older terms', async () => {
    await program({ referral_qualify_on: 'manual', referral_max_rewards_per_referrer: 1 });
    const [first, last] = [await refer(), await refer()];
    await program({ referral_qualify_on: 'manual', referral_max_rewards_per_referrer: null });
    const between = await refer();
    await decide(first, 'void');
    await decide(between, 'approve');
    expect(await decide(last, 'approve')).toMatchObject({ referrer_reward_withheld: 'limit_reached' });
    expect(await balance()).toBe(cents(20));
  });

  it('gives back in the month in which a reward was earned', async () => {
    await program({ referral_qualify_on: 'manual', referral_budget_cents: cents(20) });
    const [november, late] = [await refer(), await refer()];
    app.stopClockAt('2026-12-01T10:00:00.000Z');
    const december = await refer();
    await decide(november, 'void');
    expect(await budgetUsed()).toBe(cents(20));
    expect(await decide(late, 'approve')).toMatchObject({ referrer_reward_withheld: 'budget_reached' });
    expect(await decide(december, 'approve')).toMatchObject({ status: 'applied' });
    expect(await balance()).toBe(cents(20));
  });

  it('grants a withheld reward to nobody who was erased, and leaves the room to others', async () => {
    await program({ referral_qualify_on: 'manual', referral_budget_cents: cents(20) });
    const [first, johns] = [await refer(), await refer()];
    const bob = await aReferrer(app, tenant);
    const bobs = await aReferee(app, tenant, { referral_code: bob.code });
    expect((await app.delete(`/api/customers/${john.id}`, tenant.admin)).status).toBe(204);
    await decide(first, 'void');
    await decide(johns, 'approve');
    expect(await decide(bobs, 'approve')).toMatchObject({
      status: 'applied',
      referrer_reward: { value: 20 },
    });
  });
});
