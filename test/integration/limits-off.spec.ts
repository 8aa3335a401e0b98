import { useTestApp } from '../support/app.js';
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
  referral_reward_value: 7.5,
  referral_reward_referee_type: 'credit',
  referral_reward_referee_value: 0,
} as const;

describe('a limit that was off for a while', () => {
  const app = useTestApp();
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

  it('counts what was spent while there was no budget, when there is one again', async () => {
    for (const [referral_budget_cents, friends, total] of [
      [3000, 1, 1],
      [null, 5, 6],
      [3000, 5, 6],
    ] as const) {
      await saveProgram(app, tenant, { ...CREDIT_FOR_REFERRERS, referral_budget_cents });
      await befriend(friends);
      expect(await earned()).toBe(total);
    }
  });
});
