import type { Page } from '../../src/core/http/page.js';
import type { ReferralAnswer } from '../../src/referral/referral.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aReferee, aReferrer, aTenant, type TestTenant } from '../support/factories.js';
import { expectInvalid, pagesOf } from './expectations.js';

const NAMES = ['Ann Ash', 'Ben Elm', 'Cleo Ash', 'Dan Fir', 'Eve Oak'];

describe('GET /api/referrals, sorted', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => {
    tenant = await aTenant(app);
    const { code } = await aReferrer(app, tenant);
    for (const name of NAMES) await aReferee(app, tenant, { name, referral_code: code });
  });

  const list = (query: string): Promise<Reply<Page<ReferralAnswer>>> =>
    app.get<Page<ReferralAnswer>>(`/api/referrals?${query}`, tenant.admin);
  const namesOf = async (query: string): Promise<string[]> =>
    (await list(query)).body.data.map(({ referee_name }) => referee_name);

  it('is newest first by default', async () => {
    expect(await namesOf('')).toEqual(NAMES.toReversed());
    expect(await namesOf('sort=-created_at')).toEqual(NAMES.toReversed());
    expect(await namesOf('sort=created_at')).toEqual(NAMES);
    expect(await namesOf('sort=created_at&q=ash')).toEqual(['Ann Ash', 'Cleo Ash']);
  });

  it.each([1, 2, 5, 100])('lists each referral once, oldest first, in pages of %i', async (limit) => {
    const path = '/api/referrals?sort=created_at';
    const pages = await pagesOf<ReferralAnswer>(app, path, tenant.admin, limit);
    expect(pages.flat().map(({ referee_name }) => referee_name)).toEqual(NAMES);
    expect(pages).toHaveLength(Math.ceil(NAMES.length / limit));
  });

  it('orders referrals created in the same millisecond, in either direction', async () => {
    const own = await aTenant(app);
    const { code } = await aReferrer(app, own);
    for (const name of NAMES) await aReferee(app, own, { name, referral_code: code });
    await app.database.sql('update referral set created_at = now() where tenant_id = $1', [own.id]);
    for (const [sort, names] of [
      ['created_at', NAMES],
      ['-created_at', NAMES.toReversed()],
    ] as const) {
      const pages = await pagesOf<ReferralAnswer>(app, `/api/referrals?sort=${sort}`, own.admin, 2);
      expect(pages.flat().map(({ referee_name }) => referee_name)).toEqual(names);
    }
  });

  it('refuses a cursor of the other sort order', async () => {
    const { body: newest } = await list('limit=1');
    const { body: oldest } = await list('limit=1&sort=created_at');
    expectInvalid(await list(`sort=created_at&cursor=${newest.next_cursor}`), 'cursor');
    for (const sort of ['', 'sort=-created_at&']) {
      expectInvalid(await list(`${sort}cursor=${oldest.next_cursor}`), 'cursor');
    }
  });
});
