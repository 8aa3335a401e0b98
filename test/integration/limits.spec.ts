import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { TimelineData } from '../../src/customer/timeline.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES, type CurrencyCase, JPY, KWD, USD } from '../support/currencies.js';
import {
  aPromo,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt } from './meeting.js';

const CREDIT_FOR_BOTH = {
  referral_reward_type: 'credit',
  referral_reward_value: 7,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 3,
} as const;
const THE_COUNTERS = ['lock table reward_allowance in share row exclusive mode'] as const;

describe("a program's limits, with many callers at once", () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  /** Creates John's tenant in one of the currencies, which the tests with many callers take in turn. */
  async function begin(one: CurrencyCase): Promise<CurrencyCase> {
    tenant = await aTenant(app, { currency: one.currency });
    john = await aReferrer(app, tenant);
    return one;
  }
  beforeEach(() => begin(USD));

  const count = (from: string): Promise<number> =>
    app.database.count(`${from} and tenant_id = $1`, [tenant.id]);
  const earned = (role: string, customer?: string): Promise<number> =>
    count(`reward where role = '${role}' ${customer === undefined ? '' : `and customer_id = '${customer}'`}`);
  const usedOf = async (kind: string): Promise<number[]> => {
    const counters = await app.database.sql<{ used: number }>(
      'select used::int from reward_allowance where tenant_id = $1 and kind = $2 order by subject, period',
      [tenant.id, kind],
    );
    return counters.map(({ used }) => used);
  };
  const earnedCents = async (): Promise<number> => {
    const [found] = await app.database.sql<{ cents: number }>(
      'select coalesce(sum(value_units), 0)::int as cents from reward where tenant_id = $1',
      [tenant.id],
    );
    return found?.cents ?? 0;
  };
  const timelineOf = async (id: string | null | undefined): Promise<ReferralDetailAnswer> =>
    (await app.get<ReferralDetailAnswer>(`/api/referrals/${id ?? ''}`, tenant.admin)).body;
  const setClock = (moment: string): void => {
    app.stopClockAt(moment);
  };
  /** That many friends at once, all enrolled. */
  const befriend = async (friends: number): Promise<Reply[]> => {
    const replies = await atOnce(friends, () => enroll(app, tenant, { referral_code: john.code }));
    expect(statuses(replies)).toEqual({ 201: friends });
    return replies;
  };

  it('gives a referrer exactly seven rewards of fifty friends, and every friend theirs', async () => {
    const { cents, shown } = await begin(JPY);
    await saveProgram(app, tenant, { ...CREDIT_FOR_BOTH, referral_max_rewards_per_referrer: 7 });
    const replies = await meetingAt(app, THE_COUNTERS, () =>
      atOnce(50, () => enroll(app, tenant, { referral_code: john.code })),
    );
    expect(statuses(replies)).toEqual({ 201: 50 });
    expect([await earned('referrer'), await earned('referee')]).toEqual([7, 50]);
    expect(await usedOf('referrer_rewards')).toEqual([7]);
    expect(await count(`referral where status = 'qualified'`)).toBe(50);
    expect(await count(`outbox_event where type = 'reward.withheld' and data->>'role' = 'referrer'`)).toBe(
      43,
    );
    const { body } = await app.get<CreditStatementAnswer>(`/api/customers/${john.id}/credit`, tenant.admin);
    expect(body.balance_cents).toBe(7 * cents(7));
    const referrals = await Promise.all(replies.map(({ body }) => timelineOf(body.referral.referral_id)));
    const withheld = referrals.filter(({ referrer_reward }) => referrer_reward === null);
    expect(withheld).toHaveLength(43);
    for (const { timeline } of withheld) {
      expect(timeline).toContainEqual({
        at: expect.any(String) as string,
        event: 'reward.withheld',
        actor: 'public',
        detail: `referrer's ${shown(7)} credit withheld: it would pass the limit of rewards for a referrer`,
        data: { role: 'referrer', type: 'credit', value: 7, limit: 'referrer_rewards' },
      });
    }
  });

  it('counts for each referrer alone', async () => {
    await saveProgram(app, tenant, { referral_max_rewards_per_referrer: 7 });
    const mary = await aReferrer(app, tenant);
    const replies = await meetingAt(app, THE_COUNTERS, () =>
      atOnce(50, (index) => enroll(app, tenant, { referral_code: [john.code, mary.code][index % 2] ?? '' })),
    );
    expect(statuses(replies)).toEqual({ 201: 50 });
    expect([await earned('referrer', john.id), await earned('referrer', mary.id)]).toEqual([7, 7]);
  });

  it.each([
    ['month', [2, 4, 6]],
    ['year', [2, 2, 4]],
    ['ever', [2, 2, 2]],
  ] as const)('starts anew with each %s in UTC, at its very beginning', async (period, totals) => {
    await saveProgram(app, tenant, {
      referral_max_rewards_per_referrer: 2,
      referral_max_rewards_period: period,
    });
    const found: number[] = [];
    for (const moment of [
      '2031-11-30T23:59:59.999Z',
      '2031-12-01T00:00:00.000Z',
      '2032-01-01T00:00:00.000Z',
    ]) {
      setClock(moment);
      await befriend(5);
      found.push(await earned('referrer'));
    }
    expect(found).toEqual(totals);
    expect(await earned('referee')).toBe(15);
  });

  it.each([
    ['month', 6],
    ['year', 4],
    ['ever', 4],
  ] as const)('counts what was earned in the %s before there was a limit', async (period, total) => {
    setClock('2031-04-30T23:59:59.999Z');
    await befriend(2);
    setClock('2031-05-01T00:00:00.000Z');
    await befriend(1);
    await saveProgram(app, tenant, {
      referral_max_rewards_per_referrer: 4,
      referral_max_rewards_period: period,
    });
    await meetingAt(app, THE_COUNTERS, () => befriend(20));
    expect(await earned('referrer')).toBe(total);
  });

  it('follows a limit that is raised, and takes nothing back under one that is lowered', async () => {
    const limits: [limit: number, total: number][] = [
      [2, 2],
      [5, 5],
      [3, 5],
      [6, 6],
    ];
    for (const [referral_max_rewards_per_referrer, total] of limits) {
      await saveProgram(app, tenant, { referral_max_rewards_per_referrer });
      await befriend(10);
      expect(await earned('referrer')).toBe(total);
    }
  });

  it('meets a budget as nearly as the amounts allow, and never passes it', async () => {
    const { cents } = await begin(KWD);
    await saveProgram(app, tenant, { ...CREDIT_FOR_BOTH, referral_budget_cents: cents(95) });
    const replies = await meetingAt(app, THE_COUNTERS, () =>
      atOnce(50, () => enroll(app, tenant, { referral_code: john.code })),
    );
    expect(statuses(replies)).toEqual({ 201: 50 });
    // Nine times 10, and one more referee's 3: what is left of 95 is less than either amount.
    expect([await earned('referrer'), await earned('referee')]).toEqual([9, 10]);
    expect(await earnedCents()).toBe(cents(93));
    expect(await usedOf('budget')).toEqual([cents(93)]);
    expect(await count(`outbox_event where type = 'reward.withheld'`)).toBe(81);
    const told = await app.database.sql<{ data: TimelineData }>(
      `select distinct data from referral_timeline where tenant_id = $1 and event = 'reward.withheld' order by 1`,
      [tenant.id],
    );
    const withheld = { type: 'credit', limit: 'budget' };
    expect(told.map(({ data }) => data)).toEqual([
      { ...withheld, role: 'referee', value: 3 },
      { ...withheld, role: 'referrer', value: 7 },
    ]);
  });

  it('spends a budget to the last yen when the amounts come to it', async () => {
    await begin(JPY);
    await saveProgram(app, tenant, { ...CREDIT_FOR_BOTH, referral_budget_cents: JPY.cents(100) });
    await meetingAt(app, THE_COUNTERS, () => befriend(50));
    expect(await earnedCents()).toBe(JPY.cents(100));
  });

  it('gives a new budget each month, and counts what the month had earned before there was one', async () => {
    const program = { ...CREDIT_FOR_BOTH, referral_reward_referee_value: 0 };
    setClock('2031-11-30T23:59:59.999Z');
    await saveProgram(app, tenant, program);
    await befriend(4);
    await saveProgram(app, tenant, { ...program, referral_budget_cents: 5 * USD.cents(7) });
    await meetingAt(app, THE_COUNTERS, () => befriend(20));
    expect(await earned('referrer')).toBe(5);
    setClock('2031-12-01T00:00:00.000Z');
    await befriend(20);
    expect(await earned('referrer')).toBe(10);
  });

  it("gives back the referrer's count when the budget refuses", async () => {
    const program = {
      ...CREDIT_FOR_BOTH,
      referral_reward_referee_value: 0,
      referral_max_rewards_per_referrer: 5,
    };
    await saveProgram(app, tenant, { ...program, referral_budget_cents: USD.cents(10) });
    await meetingAt(app, THE_COUNTERS, () => befriend(20));
    expect([await earned('referrer'), await usedOf('referrer_rewards'), await usedOf('budget')]).toEqual([
      1,
      [1],
      [USD.cents(7)],
    ]);
    await saveProgram(app, tenant, { ...program, referral_budget_cents: null });
    await befriend(20);
    expect(await earned('referrer')).toBe(5);
  });

  it.each(CURRENCIES)(
    'counts no percentage against a budget, not even one of nothing: in $currency',
    async (one) => {
      await begin(one);
      await saveProgram(app, tenant, {
        referral_budget_cents: 0,
        referral_reward_referee_type: 'discount_fixed',
      });
      await befriend(20);
      expect([await earned('referrer'), await earned('referee')]).toEqual([20, 0]);
      await saveProgram(app, tenant, {
        referral_budget_cents: one.cents(5),
        referral_reward_referee_type: 'discount_fixed',
        referral_reward_referee_value: 5,
      });
      await befriend(5);
      expect([await earned('referrer'), await earned('referee')]).toEqual([25, 1]);
    },
  );

  it('lets a promo of ten uses lower ten invoices of fifty who enroll with it and pay at once', async () => {
    const { cents } = await begin(KWD);
    const promo = await aPromo(app, tenant, {
      discount_type: 'discount_fixed',
      discount_value: 20,
      max_redemptions: 10,
    });
    const invoices = await atOnce(50, async (): Promise<Reply<RedemptionAnswer>[]> => {
      const { body } = await enroll(app, tenant, { promo_code: promo.code });
      return atOnce(2, () => redeem(app, tenant, body.customer_id, { amount_cents: cents(100) }));
    });
    expect(statuses(invoices.flat())).toEqual({ 201: 100 });
    const lines = invoices.flat().flatMap(({ body }) => body.lines);
    expect(lines.map(({ source, amount_cents }) => [source, amount_cents])).toEqual(
      Array.from({ length: 10 }, () => ['promo', cents(20)]),
    );
    const { body } = await app.get<PromoAnswer>(`/api/promos/${promo.id}`, tenant.admin);
    expect(body.redemption_count).toBe(10);
    expect(await count('enrollment where promo_redemption_id is not null')).toBe(10);
  });
});
