import type { Page } from '../../src/core/http/page.js';
import type { ReferralAnswer, ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aReferee, aReferrer, aTenant, redeem, saveProgram, type TestTenant } from '../support/factories.js';
import { changed, expectInvalid, expectProblem, pagesOf } from './expectations.js';
import { refereeGets } from './redemption-readings.js';

interface Story {
  referrer: string;
  referee: string;
  email: string;
  status: string;
  day: number;
}

/** Six referrals, one a day, newest first. */
const STORIES: Story[] = [
  { referrer: 'ann', referee: 'Frank Ash', email: 'frank@home.example', status: 'qualified', day: 6 },
  { referrer: 'bob', referee: 'Eve 100% Oak', email: 'eve@home.example', status: 'pending', day: 5 },
  { referrer: 'ann', referee: 'Dan Fir', email: 'dan@work.example', status: 'rejected', day: 4 },
  { referrer: 'bob', referee: 'Cleo Elm', email: 'cleo@work.example', status: 'reversed', day: 3 },
  { referrer: 'ann', referee: 'Ben Ash', email: 'ben@home.example', status: 'applied', day: 2 },
  { referrer: 'bob', referee: 'Ada Élan', email: 'ada@work.example', status: 'qualified', day: 1 },
];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const dayOf = (day: number): string => `2026-01-0${day}T12:00:00.000Z`;

describe('/api/referrals', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => {
    tenant = await aTenant(app);
    const codes = new Map<string, string>();
    for (const [id, name] of [
      ['ann', 'Ann Ash'],
      ['bob', 'Bob Yew'],
    ] as const) {
      const { code } = await aReferrer(app, tenant, { id, name, email: `${id}@start.example` });
      codes.set(id, code);
    }
    for (const story of STORIES.toReversed()) {
      const id = await happen(story, codes.get(story.referrer) ?? '');
      const at = [dayOf(story.day), id];
      await app.database.sql('update referral set created_at = $1 where id = $2', at);
    }
  });

  /** Brings a referral to the status of its story, through the API: an invoice applies its customer's oldest reward. */
  async function happen({ referrer, referee, email, status }: Story, code: string): Promise<string> {
    const qualifyOn = status === 'pending' ? 'manual' : 'enrollment';
    await saveProgram(app, tenant, { referral_qualify_on: qualifyOn });
    const friend = { name: referee, email, referral_code: code };
    const { customer_id, referral } = await aReferee(app, tenant, friend);
    const id = referral.referral_id ?? '';
    if (status === 'applied' || status === 'reversed') await redeem(app, tenant, customer_id);
    if (status === 'applied') await redeem(app, tenant, referrer);
    if (status === 'rejected' || status === 'reversed') {
      await app.post(`/api/referrals/${id}/void`, { reason: 'a test' }, tenant.admin);
    }
    return id;
  }

  const list = (query = '', by = tenant): ReturnType<typeof app.get<Page<ReferralAnswer>>> =>
    app.get<Page<ReferralAnswer>>(`/api/referrals${query}`, by.admin);
  const refereesOf = async (query: string): Promise<string[]> =>
    (await list(query)).body.data.map(({ referee_name }) => referee_name);

  const referrerText = (id: string): string =>
    id === 'ann' ? 'ann ash ann@start.example' : 'bob yew bob@start.example';
  /** Each filter, with its predicate. */
  const FILTERS: [string, (story: Story) => boolean][] = [
    ['status=qualified', ({ status }) => status === 'qualified'],
    ['referrer_customer_id=ann', ({ referrer }) => referrer === 'ann'],
    [`created_after=${dayOf(2)}`, ({ day }) => day >= 2],
    [`created_before=${dayOf(6)}`, ({ day }) => day < 6],
    ['q=aSH', ({ referrer, referee }) => /ash/i.test(referee) || referrerText(referrer).includes('ash')],
  ];
  const combinations = Array.from({ length: 2 ** FILTERS.length }, (_, bits) =>
    FILTERS.filter((_filter, index) => (bits >> index) % 2 === 1),
  );

  it.each(combinations.map((filters) => [filters.map(([query]) => query).join('&'), filters] as const))(
    'lists with ?%s the referrals that match all filters, newest first',
    async (query, filters) => {
      const expected = STORIES.filter((story) => filters.every(([, passes]) => passes(story)));
      expect(await refereesOf(`?${query}`)).toEqual(expected.map(({ referee }) => referee));
    },
  );

  it.each([
    ['pending', ['Eve 100% Oak']],
    ['qualified', ['Frank Ash', 'Ada Élan']],
    ['applied', ['Ben Ash']],
    ['rejected', ['Dan Fir']],
    ['reversed', ['Cleo Elm']],
  ])('finds %s referrals', async (status, expected) => {
    expect(await refereesOf(`?status=${status}`)).toEqual(expected);
  });

  it.each([
    ["a referee's name", 'cleo e', ['Cleo Elm']],
    ["a referee's address", 'DAN@work', ['Dan Fir']],
    ["a referrer's name", 'yew', ['Eve 100% Oak', 'Cleo Elm', 'Ada Élan']],
    ["a referrer's address", 'ann@start', ['Frank Ash', 'Dan Fir', 'Ben Ash']],
    ['a percent sign, which is not a wildcard', '%', ['Eve 100% Oak']],
    ['an underscore, which is not a wildcard', '_', []],
    ['a non-ASCII letter, in either case', 'éLAN', ['Ada Élan']],
    ['a quote, which does not end the statement', "' or true --", []],
  ])('finds by %s', async (_, q, expected) => {
    expect(await refereesOf(`?q=${encodeURIComponent(q)}`)).toEqual(expected);
  });

  it('finds by the whole code, however it is typed, and by the id of a referral', async () => {
    const { id = '', referral_code: code = '' } = (await list('?q=cleo')).body.data[0] ?? {};
    for (const q of [code, ` ${code.toLowerCase()} `, `${code.slice(0, 4)}-${code.slice(4)}`])
      expect(await refereesOf(`?q=${encodeURIComponent(q)}`)).toContain('Cleo Elm');
    expect(await refereesOf(`?q=${id}`)).toEqual(['Cleo Elm']);
  });

  it('accepts times in any time zone', async () => {
    const query = `?created_after=${encodeURIComponent('2026-01-06T14:00:00+02:00')}`;
    expect(await refereesOf(query)).toEqual(['Frank Ash']);
  });

  it.each([
    ['status=won', 'status'],
    ['sort=created', 'sort'],
    ['sort=', 'sort'],
    ['sort=-created_at&sort=created_at', 'sort'],
    ['status=toString', 'status'],
    ['q=', 'q'],
    ['q=%00', 'q'],
    ['referrer_customer_id=a%20b', 'referrer_customer_id'],
    ['created_after=yesterday', 'created_after'],
    ['created_after=2026-01-01', 'created_after'],
    ['created_after=2026-02-30T00:00:00Z', 'created_after'],
    ['created_before=2026-01-01T00:00:00%2B16:00', 'created_before'],
    ['created_before=0000-01-01T00:00:00Z', 'created_before'],
    ['tenant_id=ten_1', 'tenant_id'],
    ['Status=qualified', 'Status'],
  ])('refuses ?%s, naming %s', async (query, field) => {
    expectInvalid(await list(`?${query}`), field);
  });

  it('shows the reward of each side, and whether all were applied', async () => {
    const { body } = await list('?status=applied');
    const { applied_at } = body.data[0]?.referee_reward ?? {};
    expect(applied_at).toMatch(MOMENT);
    expect(body.data[0]).toEqual({
      id: body.data[0]?.id,
      referrer_customer_id: 'ann',
      referee_customer_id: body.data[0]?.referee_customer_id,
      referrer_name: 'Ann Ash',
      referrer_email: 'ann@start.example',
      referee_name: 'Ben Ash',
      referee_email: 'ben@home.example',
      created_at: dayOf(2),
      status: 'applied',
      rewards_applied: true,
      referral_code: body.data[0]?.referral_code,
      referrer_reward: {
        type: 'discount_percent',
        value: 10,
        status: 'applied',
        applied_at: body.data[0]?.referrer_reward?.applied_at,
      },
      referee_reward: { type: 'discount_percent', value: 10, status: 'applied', applied_at },
      referrer_reward_withheld: null,
      referee_reward_withheld: null,
    });
    expect(body.data[0]?.referrer_reward?.applied_at).toMatch(MOMENT);
    expect((await list('?status=qualified')).body.data.map((item) => item.rewards_applied)).toEqual([
      false,
      false,
    ]);
  });

  it('shows no referral of another tenant, in the list or by id', async () => {
    const other = await aTenant(app);
    const { body } = await list();
    expect((await list('', other)).body).toEqual({ data: [], has_more: false, next_cursor: null });
    expect((await list('?referrer_customer_id=ann', other)).body.data).toEqual([]);
    const foreign = await app.get(`/api/referrals/${body.data[0]?.id}`, other.admin);
    expectProblem(foreign, 404, 'referral_not_found');
  });

  it.each(['ref_00000000000000000000000000', 'ann', '__proto__', 'config2'])(
    'does not find %s',
    async (id) => {
      expectProblem(await app.get(`/api/referrals/${id}`, tenant.admin), 404, 'referral_not_found');
    },
  );

  describe('in pages', () => {
    it('lists each referral once, newest first, with any page size', async () => {
      const all = STORIES.map(({ referee }) => referee);
      for (const limit of [1, 2, 3, 6, 100]) {
        const pages = await pagesOf<ReferralAnswer>(app, '/api/referrals', tenant.admin, limit);
        expect(pages.flat().map(({ referee_name }) => referee_name)).toEqual(all);
        expect(pages).toHaveLength(Math.ceil(all.length / limit));
      }
    });

    it('keeps its filters across pages', async () => {
      const pages = await pagesOf<ReferralAnswer>(
        app,
        '/api/referrals?q=ash&status=qualified',
        tenant.admin,
        1,
      );
      expect(pages.flat().map(({ referee_name }) => referee_name)).toEqual(['Frank Ash']);
    });

    it('neither repeats nor skips a referral while others are added, even in the same millisecond', async () => {
      const own = await aTenant(app);
      const { code } = await aReferrer(app, own);
      const refer = async (): Promise<string> =>
        (await aReferee(app, own, { referral_code: code })).referral.referral_id ?? '';
      const before = [await refer(), await refer(), await refer(), await refer(), await refer()];
      await app.database.sql('update referral set created_at = now() where tenant_id = $1', [own.id]);
      const seen: string[] = [];
      let cursor = '';
      while (seen.length < before.length) {
        const { body } = await list(`?limit=2${cursor}`, own);
        seen.push(...body.data.map(({ id }) => id));
        cursor = `&cursor=${body.next_cursor ?? ''}`;
        await refer();
      }
      expect(seen).toEqual(before.toReversed());
    });
  });

  describe('one', () => {
    it('has the fields of the list and its timeline, oldest line first', async () => {
      const { body } = await list('?limit=1');
      const [newest] = body.data;
      const detail = await app.get<ReferralDetailAnswer>(`/api/referrals/${newest?.id}`, tenant.admin);
      expect(detail.status).toBe(200);
      const { timeline, ...rest } = detail.body;
      const unused = {
        id: expect.stringMatching(/^rwd_/) as string,
        available_at: timeline[0]?.at,
        expires_at: null,
        redemption_id: null,
        shortfall_cents: 0,
      };
      expect(rest).toEqual(
        changed(newest ?? {}, {
          referrer_reward: changed(newest?.referrer_reward ?? {}, unused),
          referee_reward: changed(newest?.referee_reward ?? {}, unused),
        }),
      );
      expect(timeline.map(({ event, actor, detail: why }) => [event, actor, why])).toEqual([
        ['referral.created', 'public', `enrolled with code ${newest?.referral_code}`],
        ['referral.qualified', 'public', 'qualified by enrollment'],
      ]);
      expect(timeline[0]?.at).toMatch(MOMENT);
    });

    it.each(CURRENCIES)('has null for a side without a reward: in $currency', async ({ currency }) => {
      const own = await aTenant(app, { currency });
      await saveProgram(app, own, refereeGets('discount_fixed', 10));
      const { code } = await aReferrer(app, own);
      const { referral } = await aReferee(app, own, { referral_code: code });
      const detail = await app.get(`/api/referrals/${referral.referral_id}`, own.admin);
      const referee_reward = { type: 'discount_fixed', value: 10 };
      expect(detail.body).toMatchObject({ referrer_reward: null, referee_reward });
    });
  });
});
