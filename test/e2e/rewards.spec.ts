import type { Page } from '../../src/core/http/page.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferee, aReferrer, aTenant, GIVE_TEN_GET_TEN, type TestTenant } from '../support/factories.js';
import { changed, expectInvalid, expectProblem, pagesOf } from './expectations.js';

const PATH = '/api/rewards';

const app = useTestApp();
let tenant: TestTenant;
let referrals: string[];
let jane: string;

/** @param value of the referrer's credit */
async function begin(currency = 'USD', value = 20): Promise<void> {
  tenant = await aTenant(app, {
    currency,
    program: changed(GIVE_TEN_GET_TEN, { referral_reward_type: 'credit', referral_reward_value: value }),
  });
  const { code } = await aReferrer(app, tenant, { id: 'cus_john' });
  const first = await aReferee(app, tenant, { referral_code: code });
  const second = await aReferee(app, tenant, { referral_code: code });
  jane = first.customer_id;
  referrals = [first, second].map(({ referral }) => referral.referral_id ?? '');
  await app.database.sql(
    `update reward set status = 'applied', applied_at = '2026-02-01T10:00:00.5Z'
      where referral_id = $1 and role = 'referee'`,
    [referrals[1]],
  );
}

const list = async (query: string): Promise<RewardAnswer[]> =>
  (await app.get<Page<RewardAnswer>>(`${PATH}${query}`, tenant.admin)).body.data;

describe.each(CURRENCIES)('/api/rewards, in $currency', ({ currency, cents }) => {
  const value = 1125 / cents(1);

  beforeAll(() => begin(currency, value));

  it('lists the reward of each side, with the value of the terms', async () => {
    const [reward] = await list(`?referral_id=${referrals[0]}&role=referrer`);
    expect(reward).toEqual({
      id: reward?.id,
      referral_id: referrals[0],
      customer_id: 'cus_john',
      role: 'referrer',
      type: 'credit',
      value,
      status: 'applied', // a credit is granted at once
      available_at: reward?.created_at,
      applied_at: reward?.created_at,
      expires_at: null,
      redemption_id: null,
      used_cents: 0,
      shortfall_cents: 0,
      created_at: reward?.created_at,
    });
    expect((await app.get(`${PATH}/${reward?.id}`, tenant.admin)).body).toEqual(reward);
    expect(await list(`?referral_id=${referrals[0]}&role=referee`)).toMatchObject([
      { customer_id: jane, type: 'discount_percent', value: 10, status: 'available', applied_at: null },
    ]);
  });
});

describe('/api/rewards', () => {
  beforeAll(() => begin());

  it('formats times in UTC with milliseconds', async () => {
    expect(await list('?status=applied&role=referee')).toMatchObject([
      { applied_at: '2026-02-01T10:00:00.500Z' },
    ]);
  });

  it.each<[string, (reward: RewardAnswer) => boolean]>([
    ['customer_id=cus_john', ({ customer_id }) => customer_id === 'cus_john'],
    ['role=referrer', ({ role }) => role === 'referrer'],
    ['role=referee', ({ role }) => role === 'referee'],
    ['status=available', ({ status }) => status === 'available'],
    ['status=applied', ({ status }) => status === 'applied'],
    ['status=voided', () => false],
    ['role=referee&status=available', ({ role, status }) => role === 'referee' && status === 'available'],
    ['customer_id=cus_john&role=referee', () => false],
    ['customer_id=nobody', () => false],
  ])('filters by ?%s', async (query, passes) => {
    const all = await list('');
    expect(all).toHaveLength(4);
    expect(await list(`?${query}`)).toEqual(all.filter(passes));
  });

  it('combines all filters', async () => {
    const query = `?customer_id=${jane}&referral_id=${referrals[0]}&role=referee&status=available`;
    expect(await list(query)).toMatchObject([{ customer_id: jane, referral_id: referrals[0] }]);
  });

  it('returns pages, newest first', async () => {
    const pages = await pagesOf<RewardAnswer>(app, PATH, tenant.admin, 3);
    expect(pages.map((page) => page.length)).toEqual([3, 1]);
    expect(pages.flat()).toEqual(await list(''));
    const times = pages.flat().map(({ created_at }) => created_at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('shows no rewards of another tenant', async () => {
    const other = await aTenant(app);
    const [reward] = await list('');
    expect((await app.get(PATH, other.admin)).body).toEqual({ data: [], has_more: false, next_cursor: null });
    expectProblem(await app.get(`${PATH}/${reward?.id}`, other.admin), 404, 'reward_not_found');
  });

  it.each([
    ['status=paid', 'status'],
    ['role=friend', 'role'],
    ['customer_id=a%20b', 'customer_id'],
    ['referral_id=', 'referral_id'],
    ['q=john', 'q'],
  ])('refuses ?%s', async (query, field) => {
    expectInvalid(await app.get(`${PATH}?${query}`, tenant.admin), field);
  });
});
