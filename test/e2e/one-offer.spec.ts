import type { ConfigAnswer, CurrentConfigAnswer } from '../../src/config/config.dto.js';
import type { EnrollmentAnswer, QuoteAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { MyCodeAnswer, MyReferralAnswer, ReferralAnswer } from '../../src/referral/referral.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';

const NOW = '2026-11-27T10:00:00.000Z';

describe.each(CURRENCIES)('what is offered, granted and paid, in $currency', ({ currency, cents }) => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  beforeEach(async () => {
    app.stopClockAt(NOW);
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  });

  /** The referrer earns 20 of credit, the friend 5 off. */
  const program = (settings: object): Promise<ConfigAnswer> =>
    saveProgram(app, tenant, {
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'discount_fixed',
      referral_reward_referee_value: 5,
      ...settings,
    });
  const codes = (): object => ({ tenant_slug: tenant.slug, referral_code: john.code });
  const validate = async (): Promise<object> =>
    (await app.post<object>('/api/referrals/validate', codes())).body;
  const quote = async (more: object = {}): Promise<QuoteAnswer> =>
    (
      await app.post<QuoteAnswer>('/api/enrollments/quote', {
        ...codes(),
        amount_cents: cents(100),
        ...more,
      })
    ).body;
  const myCode = async (): Promise<MyCodeAnswer> =>
    (await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token)).body;
  const enrollFriend = (more: object = {}): Promise<EnrollmentAnswer> =>
    aReferee(app, tenant, { referral_code: john.code, ...more });
  const firstInvoice = async ({ customer_id }: EnrollmentAnswer): Promise<RedemptionAnswer> =>
    (await redeem(app, tenant, customer_id, { amount_cents: cents(100) })).body;
  const sharedLink = async (): Promise<string> =>
    (await fetch(`${app.url}/enroll/${tenant.slug}?ref=${john.code}`)).text();
  const listed = async (): Promise<ReferralAnswer[]> =>
    (await app.get<Page<ReferralAnswer>>('/api/referrals', tenant.admin)).body.data;
  const mine = async (): Promise<MyReferralAnswer[]> =>
    (await app.get<Page<MyReferralAnswer>>('/api/referrals/mine', john.token)).body.data;
  const events = (type: string): Promise<{ data: object }[]> =>
    app.database.sql('select data from outbox_event where tenant_id = $1 and type = $2 order by id', [
      tenant.id,
      type,
    ]);

  it('says that the budget is used up, wherever it says what somebody gets', async () => {
    await program({ referral_budget_cents: cents(25) });
    expect(await validate()).toEqual({
      valid: true,
      referrer_name: 'Some Customer',
      referee_reward_type: 'discount_fixed',
      referee_reward_value: 5,
    });
    expect(await firstInvoice(await enrollFriend())).toMatchObject({ total_cents: cents(95) });

    const reached = { withheld: 'budget_reached' };
    expect(await validate()).toMatchObject({ valid: true, referee_reward_value: 0, ...reached });
    const withheld = { status: 'applied', reason: 'reward_withheld', ...reached };
    expect(await quote()).toMatchObject({ referral: withheld, discounts: [], total_cents: cents(100) });
    expect(await myCode()).toMatchObject({
      referrer_reward_value: 0,
      referrer_reward_withheld: 'budget_reached',
      referee_reward_value: 0,
      referee_reward_withheld: 'budget_reached',
    });
    const eve = await enrollFriend();
    expect(eve).toMatchObject({ referral: withheld, discounts: [] });
    expect(await firstInvoice(eve)).toMatchObject({ lines: [], total_cents: cents(100) });
    const [referral, earlier] = await listed();
    expect(referral).toMatchObject({
      status: 'unrewarded',
      rewards_applied: false,
      referrer_reward: null,
      referee_reward: null,
      referrer_reward_withheld: 'budget_reached',
      referee_reward_withheld: 'budget_reached',
    });
    expect(earlier).toMatchObject({ referrer_reward_withheld: null, referee_reward_withheld: null });
    expect(await mine()).toMatchObject([
      { status: 'unrewarded', reward: null, withheld: 'budget_reached' },
      { reward: { value: 20 }, withheld: null },
    ]);
    const { body } = await app.get<CurrentConfigAnswer>('/api/referrals/config', tenant.admin);
    expect(body.usage).toEqual({
      budget: { period: '2026-11', limit_cents: cents(25), used_cents: cents(25), left_cents: 0 },
    });
  });

  it('does not promise a discount in the preview of a shared link that a friend would not get', async () => {
    await program({ referral_budget_cents: cents(25) });
    expect(await sharedLink()).toMatch(/og:title" content="[^"]*5[^"]* off/);
    await enrollFriend();
    expect(await sharedLink()).not.toMatch(/ off/);
  });

  it('tells the answer to an enrollment what its own transaction granted, when two want the last of a budget', async () => {
    await program({ referral_budget_cents: cents(5), referral_reward_value: 0 });
    const answers = await Promise.all([enrollFriend(), enrollFriend(), enrollFriend()]);
    const paid = await Promise.all(answers.map(firstInvoice));
    for (const [index, { discounts, referral }] of answers.entries()) {
      const granted = discounts.length === 1;
      expect(referral.reason).toBe(granted ? null : 'reward_withheld');
      expect(paid[index]?.total_cents).toBe(cents(granted ? 95 : 100));
    }
    expect(answers.filter(({ discounts }) => discounts.length === 1)).toHaveLength(1);
  });

  it.each([
    [{ referral_hold_days: 30 }, { from: '2026-12-27T10:00:00.000Z' }, 100],
    [{ referral_qualify_on: 'manual' }, 'after_approval', 100],
    [{ referral_qualify_on: 'first_invoice', referral_hold_days: 30 }, 'after_first_invoice', 100],
    [{ referral_qualify_on: 'first_invoice' }, undefined, 95],
    [{}, undefined, 95],
  ])('quotes what the first invoice comes to: %j', async (settings, available, total) => {
    await program(settings);
    const discount = {
      source: 'referral',
      type: 'discount_fixed',
      value: 5,
      ...(available && { available }),
    };
    const quoted = await quote();
    expect(quoted).toMatchObject({ discounts: [discount], total_cents: cents(total) });
    expect(await validate()).toEqual({
      valid: true,
      referrer_name: 'Some Customer',
      referee_reward_type: 'discount_fixed',
      referee_reward_value: 5,
      ...(available && { available }),
    });
    expect((await myCode()).referee_reward_available).toEqual(available);
    const friend = await enrollFriend();
    expect(friend.discounts).toEqual(quoted.discounts);
    expect(friend.referral.reason).toBeNull();
    expect(await firstInvoice(friend)).toMatchObject({ total_cents: cents(total) });
  });

  it.each([
    [50, 45],
    [49, 49],
  ])('knows the least that the first invoice must come to: %d becomes %d', async (amount, total) => {
    await program({ referral_qualify_on: 'first_invoice', referral_min_invoice_cents: cents(50) });
    expect(await validate()).toMatchObject({ referee_reward_value: 5, min_invoice_cents: cents(50) });
    expect((await myCode()).min_invoice_cents).toBe(cents(50));
    const quoted = await quote({ amount_cents: cents(amount) });
    expect(quoted.referral.min_invoice_cents).toBe(cents(50));
    expect(quoted.total_cents).toBe(cents(total));
    const { customer_id } = await enrollFriend();
    const { body } = await redeem(app, tenant, customer_id, { amount_cents: cents(amount) });
    expect(body.total_cents).toBe(cents(total));
  });

  it('advises nobody to drop a promo for a reward that waits', async () => {
    await program({ referral_hold_days: 30, referral_reward_referee_value: 25 });
    const promo = await aPromo(app, tenant, { discount_value: 15 });
    const quoted = await quote({ promo_code: promo.code });
    expect(quoted).toMatchObject({ total_cents: cents(85), alternatives: [] });
    await program({ referral_hold_days: 0, referral_reward_referee_value: 25 });
    expect((await quote({ promo_code: promo.code })).alternatives).toEqual([
      { combination: ['referral'], total_cents: cents(75) },
    ]);
  });

  it('names the referee whom a promo leaves without a reward', async () => {
    await program({ referral_keep_attribution: true });
    const promo = await aPromo(app, tenant, { discount_value: 15 });
    const friend = await enrollFriend({ promo_code: promo.code });
    expect(friend.referral).toMatchObject({
      status: 'applied',
      reason: 'promo_not_combinable',
      withheld: 'promo_not_combinable',
    });
    expect(await listed()).toMatchObject([
      { referee_reward: null, referee_reward_withheld: 'promo_not_combinable' },
    ]);
  });

  it('tells a referrer how many rewards are left, and that none is', async () => {
    await program({ referral_max_rewards_per_referrer: 2, referral_max_rewards_period: 'month' });
    const limit = (left: number): object => ({ max_rewards: 2, period: '2026-11', left });
    expect(await myCode()).toMatchObject({ referrer_reward_value: 20, limit: limit(2) });
    await enrollFriend();
    expect((await myCode()).limit).toEqual(limit(1));
    await enrollFriend();
    expect(await myCode()).toMatchObject({
      referrer_reward_value: 0,
      referrer_reward_withheld: 'limit_reached',
      referee_reward_value: 5,
      limit: limit(0),
    });
    expect((await enrollFriend()).discounts).toHaveLength(1);
    expect(await mine()).toMatchObject([{ reward: null, withheld: 'limit_reached' }, {}, {}]);
    app.stopClockAt('2026-12-01T00:00:00.000Z');
    expect(await myCode()).toMatchObject({ referrer_reward_value: 20 });
  });

  it('counts what was earned before a limit was set or changed', async () => {
    await program({});
    await enrollFriend();
    await program({ referral_max_rewards_per_referrer: 1, referral_budget_cents: cents(25) });
    expect(await myCode()).toMatchObject({ referrer_reward_withheld: 'limit_reached', limit: { left: 0 } });
    expect(await validate()).toMatchObject({ withheld: 'budget_reached' });
    await program({ referral_max_rewards_per_referrer: 2, referral_budget_cents: cents(50) });
    expect(await myCode()).toMatchObject({ referrer_reward_value: 20, limit: { left: 1 } });
  });

  it('warns at 80 and 100 percent of a limit, once', async () => {
    await program({ referral_budget_cents: cents(125), referral_max_rewards_per_referrer: 5 });
    for (let friend = 0; friend < 6; friend++) await enrollFriend();
    const budget = { limit: 'budget', period: '2026-11', max: cents(125) };
    const rewards = { limit: 'referrer_rewards', period: 'ever', max: 5, customer_id: john.id };
    // The sixth friend gets nothing, so nothing is used or warned of.
    expect((await events('limit.approached')).map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { ...rewards, used: 4 },
        { ...budget, used: cents(100) },
      ]),
    );
    expect((await events('limit.reached')).map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { ...rewards, used: 5 },
        { ...budget, used: cents(125) },
      ]),
    );
    expect([...(await events('limit.approached')), ...(await events('limit.reached'))]).toHaveLength(4);
  });

  it('names type, value and limit of a withheld reward, and no reward that never was', async () => {
    await program({ referral_budget_cents: 0, referral_reward_referee_value: 0 });
    const friend = await enrollFriend();
    expect(await events('reward.withheld')).toEqual([
      {
        data: {
          referral_id: friend.referral.referral_id,
          customer_id: john.id,
          role: 'referrer',
          type: 'credit',
          value: 20,
          limit: 'budget',
        },
      },
    ]);
  });
});
