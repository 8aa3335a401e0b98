import type { Page } from '../../src/core/http/page.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, aTenant, atOnce, codeOf, enroll, statuses } from '../support/factories.js';
import { expectInvalid, expectProblem, pagesOf, platformToken, stored, without } from './expectations.js';

const PATH = '/api/tenants';

describe('/api/tenants', () => {
  const app = useTestApp();
  const platform = platformToken(app);

  const create = (body: object): Promise<Reply<TenantAnswer>> => app.post<TenantAnswer>(PATH, body, platform);
  const change = (id: string, body: object): Promise<Reply<TenantAnswer>> =>
    app.patch<TenantAnswer>(`${PATH}/${id}`, body, platform);

  it('creates an active tenant, with dollars by default', async () => {
    const { status, body } = await create({ slug: 'acme-waste', name: 'Acme Waste' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      slug: 'acme-waste',
      name: 'Acme Waste',
      currency: 'USD',
      status: 'active',
      created_at: body.created_at,
    });
    expect((await app.get(`${PATH}/${body.id}`, platform)).body).toEqual(body);
    expect((await create({ slug: 'yen', name: 'Yen', currency: 'JPY' })).body.currency).toBe('JPY');
  });

  it('serves a tenant while it is changed over and over', async () => {
    const tenant = await aTenant(app);
    const call = (caller: number): Promise<Reply> =>
      caller % 2 === 0
        ? change(tenant.id, { name: `Name ${caller}` })
        : app.get('/api/referrals/config', tenant.admin);
    // One after another, so that what some look up is forgotten by others in the meantime.
    const replies = await atOnce(20, async (caller) => {
      const own: Reply[] = [];
      for (let time = 0; time < 20; time++) own.push(await call(caller));
      return own;
    });
    expect(statuses(replies.flat())).toEqual({ 200: 400 });
  });

  it('has one tenant to a slug', async () => {
    await create({ slug: 'only-once', name: 'First' });
    const before = await stored(app);
    expectProblem(await create({ slug: 'only-once', name: 'Second' }), 409, 'tenant_slug_taken');
    expect(await stored(app)).toEqual(before);
  });

  it('can be used at once, even if its slug was looked up before', async () => {
    expectProblem(await enroll(app, { slug: 'soon' }), 404, 'tenant_not_found');
    await create({ slug: 'soon', name: 'Soon' });
    expect((await enroll(app, { slug: 'soon' })).status).toBe(201);
  });

  it.each(['', 'Acme', '-a', 'a-', 'a--b', 'a_b', 'a b', 'é', 'a'.repeat(64), 'a\n', 7, null])(
    'refuses the slug %j',
    async (slug) => {
      expectInvalid(await create({ slug, name: 'N' }), 'slug');
    },
  );

  it.each(['usd', 'XXXX', 'US', '', 7, null, 'toString', 'U\u0000D'])(
    'refuses the currency %j',
    async (currency) => {
      expectInvalid(await create({ slug: 'money', name: 'N', currency }), 'currency');
    },
  );

  it.each([
    { slug: 'other' },
    { currency: 'EUR' },
    { id: 'ten_1' },
    { status: 'closed' },
    { status: null },
    { name: '' },
  ])('never changes to %j', async (changes) => {
    const tenant = await aTenant(app);
    const before = await stored(app);
    expectInvalid(await change(tenant.id, changes), ...Object.keys(changes));
    expect(await stored(app)).toEqual(before);
  });

  it('renames a tenant, and returns it unchanged without changes', async () => {
    const tenant = await aTenant(app);
    const renamed = { ...without(tenant, 'admin'), name: 'New Name' };
    expect(await change(tenant.id, { name: 'New Name' })).toMatchObject({ status: 200, body: renamed });
    expect((await change(tenant.id, {})).body).toEqual(renamed);
  });

  it.each(['ten_none', '__proto__', 'constructor'])('does not know %s', async (id) => {
    expectProblem(await app.get(`${PATH}/${id}`, platform), 404, 'tenant_not_found');
    expectProblem(await change(id, { name: 'N' }), 404, 'tenant_not_found');
    expectProblem(await change(id, {}), 404, 'tenant_not_found');
  });

  it('lists all of them, newest first, page by page', async () => {
    const newest = await aTenant(app);
    const pages = await pagesOf<TenantAnswer>(app, PATH, platform);
    expect(pages.flat()[0]?.id).toBe(newest.id);
    expect(pages.flat()).toEqual(
      (await app.get<Page<TenantAnswer>>(`${PATH}?limit=100`, platform)).body.data,
    );
    expect(pages.flat()).toHaveLength(await app.database.count('tenant'));
  });

  it('suspends a tenant from the next request on: its tokens are refused and its codes invalid', async () => {
    const tenant = await aTenant(app);
    const customer = await aCustomer(app, tenant);
    const referral_code = await codeOf(app, customer);
    const answers = async (): Promise<unknown[]> => {
      const asked = { referral_code, tenant_slug: tenant.slug };
      return [
        (await app.get('/api/referrals/config', tenant.admin)).status,
        (await app.get('/api/referrals/my-code', customer.token)).status,
        (await app.post<{ valid: boolean }>('/api/referrals/validate', asked)).body.valid,
        (await app.post('/api/enrollments/quote', { tenant_slug: tenant.slug })).status,
      ];
    };
    expect(await answers()).toEqual([200, 200, true, 200]);
    expect((await change(tenant.id, { status: 'suspended' })).body.status).toBe('suspended');
    expect(await answers()).toEqual([403, 403, false, 404]);
    expectProblem(await app.get('/api/promos', tenant.admin), 403, 'tenant_suspended');
    expect((await change(tenant.id, { status: 'active' })).body.status).toBe('active');
    expect(await answers()).toEqual([200, 200, true, 200]);
  });

  it('does not affect other tenants', async () => {
    const [suspended, other] = [await aTenant(app), await aTenant(app)];
    await change(suspended.id, { status: 'suspended' });
    expect((await app.get('/api/referrals', other.admin)).status).toBe(200);
  });
});
