import type { Page } from '../../src/core/http/page.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aPromo, aTenant, enroll, type TestTenant } from '../support/factories.js';
import { changed, eventsOf, expectInvalid, expectProblem, pagesOf, stored } from './expectations.js';

const PATH = '/api/promos';
const TEN_OFF = { code: 'TEN', discount_type: 'discount_percent', discount_value: 10 };
const JUNE = '2026-06-01T00:00:00.000Z';
const JULY = '2026-07-01T00:00:00.000Z';

describe('/api/promos', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const create = (body: object, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.post<PromoAnswer>(PATH, body, by.admin);
  const change = (id: string, body: object, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.patch<PromoAnswer>(`${PATH}/${id}`, body, by.admin);
  const read = (id: string, by = tenant): Promise<Reply<PromoAnswer>> =>
    app.get<PromoAnswer>(`${PATH}/${id}`, by.admin);

  describe('create', () => {
    it('creates a promo that is active, not combinable and without limits by default', async () => {
      const { status, body } = await create(TEN_OFF);
      expect(status).toBe(201);
      expect(body).toEqual({
        id: body.id,
        ...TEN_OFF,
        combinable_with_referral: false,
        active: true,
        starts_at: null,
        ends_at: null,
        max_redemptions: null,
        redemption_count: 0,
        created_at: body.created_at,
      });
      expect((await read(body.id)).body).toEqual(body);
      expect(await eventsOf(app, tenant)).toEqual(['config.updated', 'promo.created']);
    });

    it('stores all given fields', async () => {
      const given = {
        code: 'ALL-OF_IT',
        discount_type: 'discount_fixed',
        discount_value: 7.55,
        combinable_with_referral: true,
        active: false,
        starts_at: JUNE,
        ends_at: JULY,
        max_redemptions: 3,
      };
      expect((await create(given)).body).toMatchObject(given);
    });

    it.each([
      ['summer25', 'SUMMER25'],
      ['  Summer25 ', 'SUMMER25'],
      ['ｓｕｍｍｅｒ２５', 'SUMMER25'],
      ['été', 'ÉTÉ'],
      ['夏', '夏'],
    ])('stores the code %j as %j', async (code, normalized) => {
      expect((await create({ ...TEN_OFF, code })).body.code).toBe(normalized);
    });

    it.each(['', ' ', 'A B', 'A'.repeat(65), "A'B", 'A\u0000B', '<b>', 'A\nB', 7, null])(
      'refuses the code %j',
      async (code) => {
        expectInvalid(await create({ ...TEN_OFF, code }), 'code');
      },
    );

    it('refuses a second promo with the same code in a tenant, however it is typed', async () => {
      await create(TEN_OFF);
      const before = await stored(app);
      expectProblem(await create({ ...TEN_OFF, code: ' ten ' }), 409, 'promo_code_taken');
      expect(await stored(app)).toEqual(before);
      expect((await create(TEN_OFF, await aTenant(app))).status).toBe(201);
    });

    it.each([
      [JUNE, JUNE],
      [JULY, JUNE],
      ['2026-06-01T02:00:00+02:00', JUNE],
    ])('refuses the empty window from %s to %s', async (starts_at, ends_at) => {
      const before = await stored(app);
      const problem = expectInvalid(await create({ ...TEN_OFF, starts_at, ends_at }), 'ends_at');
      expect(problem.errors).toMatchObject([{ code: 'empty_window' }]);
      expect(await stored(app)).toEqual(before);
    });

    it.each(['2026-02-30T00:00:00Z', '2026-06-01', 'June', '2026-06-01T00:00:00', 0, '2026-13-01T00:00:00Z'])(
      'refuses the time %j',
      async (moment) => {
        expectInvalid(await create({ ...TEN_OFF, starts_at: moment }), 'starts_at');
        expectInvalid(await create({ ...TEN_OFF, ends_at: moment }), 'ends_at');
      },
    );

    it.each([0, -1, 1.5, '3', 1e10])('refuses the limit %j', async (max_redemptions) => {
      expectInvalid(await create({ ...TEN_OFF, max_redemptions }), 'max_redemptions');
    });

    it.each([{ redemption_count: 1 }, { id: 'pro_1' }, { tenant_id: 'ten_1' }])(
      'refuses the field %j',
      async (field) => {
        expectInvalid(await create({ ...TEN_OFF, ...field }), ...Object.keys(field));
      },
    );
  });

  describe('delete', () => {
    it('ignores a content type without a body', async () => {
      const promo = await aPromo(app, tenant);
      const headers = { 'content-type': 'application/json' };
      const reply = await app.call('DELETE', `${PATH}/${promo.id}`, { token: tenant.admin, headers });
      expect(reply.status).toBe(204);
    });

    it('deletes an unused promo, and frees its code', async () => {
      const promo = await aPromo(app, tenant, { code: 'AGAIN' });
      expect(await app.delete(`${PATH}/${promo.id}`, tenant.admin)).toMatchObject({ status: 204, body: '' });
      expectProblem(await read(promo.id), 404, 'promo_not_found');
      expectProblem(await app.delete(`${PATH}/${promo.id}`, tenant.admin), 404, 'promo_not_found');
      await aPromo(app, tenant, { code: 'AGAIN' });
    });

    it('deactivates a used promo, and keeps it for the customers who used it', async () => {
      const promo = await aPromo(app, tenant);
      await enroll(app, tenant, { promo_code: promo.code });
      expect((await app.delete(`${PATH}/${promo.id}`, tenant.admin)).status).toBe(204);
      expect((await read(promo.id)).body).toEqual(changed(promo, { active: false, redemption_count: 1 }));
      const { body } = await enroll(app, tenant, { promo_code: promo.code });
      expect(body.promo).toEqual({ status: 'invalid', reason: 'invalid_code', promo_id: null });
    });
  });

  it("does not show, change or delete another tenant's promo", async () => {
    const promo = await aPromo(app, tenant);
    const other = await aTenant(app);
    const before = await stored(app);
    expectProblem(await read(promo.id, other), 404, 'promo_not_found');
    expectProblem(await change(promo.id, { active: false }, other), 404, 'promo_not_found');
    expectProblem(await change(promo.id, {}, other), 404, 'promo_not_found');
    expectProblem(await app.delete(`${PATH}/${promo.id}`, other.admin), 404, 'promo_not_found');
    expect((await app.get<Page<PromoAnswer>>(PATH, other.admin)).body.data).toEqual([]);
    expect(await stored(app)).toEqual(before);
  });

  it.each([
    ['', ['C-2', 'B', 'A_1']],
    ['?active=true', ['C-2', 'A_1']],
    ['?active=false', ['B']],
    ['?q=a', ['A_1']],
    ['?q=_', ['A_1']],
    ['?q=%25', []],
    ['?q=c&active=false', []],
  ])('lists with "%s" %j, newest first', async (query, codes) => {
    await aPromo(app, tenant, { code: 'A_1' });
    await aPromo(app, tenant, { code: 'B', active: false });
    await aPromo(app, tenant, { code: 'C-2' });
    const pages = await pagesOf<PromoAnswer>(app, `${PATH}${query}`, tenant.admin);
    expect(pages.flat().map(({ code }) => code)).toEqual(codes);
  });

  it.each(['active=yes', 'active=1', 'active=', 'q=', 'code=A'])(
    'refuses the list with ?%s',
    async (query) => {
      expectInvalid(await app.get(`${PATH}?${query}`, tenant.admin), query.split('=')[0] ?? '');
    },
  );
});
