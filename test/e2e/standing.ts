import type { Page } from '../../src/core/http/page.js';
import type {
  MyReferralAnswer,
  ReferralAnswer,
  ReferralDetailAnswer,
} from '../../src/referral/referral.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import type { TestApp } from '../support/app.js';
import type { TestTenant } from '../support/factories.js';
import { inVain } from './expectations.js';

/** Where a referral stands, and the reward of each side. */
export type Standing = [referral: string, referrer: string, referee: string];

/** Every place that shows statuses says the same, and so do its filters; reading leaves no trace. */
export async function expectEverywhere(
  app: TestApp,
  { admin }: TestTenant,
  referrerToken: string,
  expected: Standing,
): Promise<void> {
  const [referral, referrer, referee] = expected;
  const shown = (one?: ReferralAnswer): unknown[] => [
    one?.status,
    one?.rewards_applied,
    one?.referrer_reward?.status,
    one?.referee_reward?.status,
  ];
  const data = async <Item>(path: string, token = admin): Promise<Item[]> =>
    (await app.get<Page<Item>>(path, token)).body.data;
  const rewards = async (query: string): Promise<string[]> =>
    (await data<RewardAnswer>(`/api/rewards?${query}`))
      .map(({ role, status }) => `${role} ${status}`)
      .toSorted();
  const places = await inVain(app, async () => {
    const [listed] = await data<ReferralAnswer>('/api/referrals');
    const [filtered] = await data<ReferralAnswer>(`/api/referrals?status=${referral}`);
    const { body: detail } = await app.get<ReferralDetailAnswer>(`/api/referrals/${listed?.id ?? ''}`, admin);
    const [mine] = await data<MyReferralAnswer>('/api/referrals/mine', referrerToken);
    return {
      list: shown(listed),
      filter: shown(filtered),
      detail: shown(detail),
      mine: [mine?.status, mine?.reward?.status],
      rewards: await rewards(''),
      ofReferrer: await rewards(`status=${referrer}&role=referrer`),
      ofReferee: await rewards(`status=${referee}&role=referee`),
    };
  });
  const one = [referral, referral === 'applied', referrer, referee];
  const [ofReferee, ofReferrer] = [[`referee ${referee}`], [`referrer ${referrer}`]];
  const ofRewards = { rewards: [...ofReferee, ...ofReferrer], ofReferrer, ofReferee };
  expect(places).toEqual({ list: one, filter: one, detail: one, mine: [referral, referrer], ...ofRewards });
}
