import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { meetingAt } from './meeting.js';
import {
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';

const CREDIT_FOR_REFERRERS = {
  referral_reward_type: 'credit',
  referral_reward_value: 7,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 0,
} as const;

const THE_COUNTERS = ['lock table reward_allowance in share row exclusive mode'] as const;

const app = useTestApp();

describe('a limit that was off for a while', () => {
  let tenant: TestTenant;
  let code: string;

  beforeEach(async () => {
    tenant = await aTenant(app);
    ({ code } = await aReferrer(app, tenant));
  });

  const befriend = async (count: number): Promise<void> => {
    const replies = await atOnce(count, () => enroll(app, tenant, { referral_code: code }));
    expect(statuses(replies)).toEqual({ 201: count });
  };
  const earned = (): Promise<number> =>
    app.database.count(`reward where role = 'referrer' and tenant_id = $1`, [tenant.id]);

  it('counts what was earned while there was no limit, when there is one again', async () => {
    const limits: [limit: number | null, friends: number, total: number][] = [
      [3, 1, 1],
      [null, 5, 6],
      [3, 5, 6],
      [8, 5, 8],
    ];
    for (const [referral_max_rewards_per_referrer, friends, total] of limits) {
      await saveProgram(app, tenant, { referral_max_rewards_per_referrer });
      await befriend(friends);
      expect(await earned()).toBe(total);
    }
  });

  it.each(CURRENCIES)(
    'counts what was spent while there was no budget, when there is one again: in $currency',
    async ({ currency, cents }) => {
      tenant = await aTenant(app, { currency });
      ({ code } = await aReferrer(app, tenant));
      for (const [referral_budget_cents, friends, total] of [
        [cents(30), 1, 1],
        [null, 5, 6],
        [cents(30), 5, 6],
      ] as const) {
        await saveProgram(app, tenant, { ...CREDIT_FOR_REFERRERS, referral_budget_cents });
        await befriend(friends);
        expect(await earned()).toBe(total);
      }
    },
  );
});

describe.each(CURRENCIES)('room that is given back, in $currency', ({ currency, cents }) => {
  it('is counted to the last reward while many enroll and many are voided at once, under new terms', async () => {
    const tenant = await aTenant(app, { currency });
    const { code, id } = await aReferrer(app, tenant);
    const program = {
      ...CREDIT_FOR_REFERRERS,
      referral_max_rewards_per_referrer: 100,
      referral_budget_cents: cents(7 * 100),
    };
    await saveProgram(app, tenant, { ...program, referral_hold_days: 30 });
    const held = await atOnce(20, () => enroll(app, tenant, { referral_code: code }));
    await saveProgram(app, tenant, program);
    const replies = await meetingAt(app, THE_COUNTERS, () =>
      atOnce(60, (n) =>
        n % 3 === 0
          ? app.post(
              `/api/referrals/${held[n / 3]?.body.referral.referral_id ?? ''}/void`,
              { reason: 'a test' },
              tenant.admin,
            )
          : enroll(app, tenant, { referral_code: code }),
      ),
    );
    expect(statuses(replies)).toEqual({ 200: 20, 201: 40 });
    const [found] = await app.database.sql<Record<string, number>>(
      `select count(*)::int as rewards, sum(value_units)::int as cents,
              (select used::int from reward_allowance where tenant_id = $1 and kind = 'budget') as budget,
              (select used::int from reward_allowance where tenant_id = $1 and subject = $2) as used
         from reward where tenant_id = $1 and status <> 'voided'`,
      [tenant.id, id],
    );
    expect(found).toMatchObject({ used: found?.rewards, budget: found?.cents });
    expect(found?.rewards).toBe(40);
  });
});
