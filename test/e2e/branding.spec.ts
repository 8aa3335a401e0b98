import type { AuditEntryAnswer } from '../../src/tenant/audit/audit.dto.js';
import type { BrandingAnswer } from '../../src/tenant/branding/branding.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, atOnce, aTenant, statuses, type TestTenant } from '../support/factories.js';
import { expectInvalid, expectProblem, platformToken } from './expectations.js';

const DEFAULT = '#0a7a5c';

describe('branding', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { name: 'Acme Waste', currency: 'EUR' })));

  const get = (slug: string): Promise<Reply<BrandingAnswer>> => app.get(`/api/branding?tenant_slug=${slug}`);
  const save = (brand_color: string): Promise<Reply<BrandingAnswer>> =>
    app.put('/api/branding', { brand_color }, tenant.admin);
  const audited = async (): Promise<AuditEntryAnswer[]> =>
    (await app.get<{ data: AuditEntryAnswer[] }>('/api/audit?action=branding.updated', tenant.admin)).body
      .data;

  it('is the name, the currency and the default color until one is saved', async () => {
    const { status, body } = await get(tenant.slug);
    expect([status, body]).toEqual([
      200,
      {
        tenant_slug: tenant.slug,
        tenant_name: 'Acme Waste',
        currency: 'EUR',
        currency_digits: 2,
        brand_color: DEFAULT,
      },
    ]);
  });

  it('is what was saved last, for the public, customers and admins', async () => {
    const { token } = await aCustomer(app, tenant);
    await save('#112233');
    const saved = await save('#AABBCC');
    expect([saved.status, saved.body.brand_color]).toEqual([200, '#aabbcc']);
    for (const reply of [
      await get(tenant.slug),
      await app.get('/api/branding/mine', token),
      await app.get('/api/branding/mine', tenant.admin),
    ]) {
      expect(reply.body).toEqual(saved.body);
    }
    expect((await get((await aTenant(app)).slug)).body.brand_color).toBe(DEFAULT);
  });

  it('is not found for an unknown or suspended tenant, or an invalid slug', async () => {
    await app.patch(`/api/tenants/${tenant.id}`, { status: 'suspended' }, platformToken(app));
    for (const slug of [tenant.slug, 'no-such-tenant', '%3Cscript%3E'])
      expectProblem(await get(slug), 404, 'tenant_not_found');
  });

  it('needs a slug, and one only', async () => {
    expectInvalid(await app.get('/api/branding'), 'tenant_slug');
    expectInvalid(await app.get('/api/branding?tenant_slug='), 'tenant_slug');
    expectInvalid(await app.get('/api/branding?tenant_slug=a&tenant_slug=b'), 'tenant_slug');
    expectInvalid(await get('a%00b'), 'tenant_slug');
  });

  it('is audited when it changes, and not when a save changes nothing', async () => {
    await save('#112233');
    await save('#112233');
    await save(DEFAULT);
    expect(await audited()).toMatchObject([
      { actor: 'admin:usr_test', before: { brand_color: '#112233' }, after: { brand_color: DEFAULT } },
      { actor: 'admin:usr_test', before: { brand_color: DEFAULT }, after: { brand_color: '#112233' } },
    ]);
  });

  it('has a history without a gap when many save at once', async () => {
    const replies = await atOnce(20, (index) => save(`#0000${String(index + 10)}`));
    expect(statuses(replies)).toEqual({ 200: 20 });
    const { body } = await get(tenant.slug);
    const entries = await app.database.sql<{ before: BrandingAnswer; after: BrandingAnswer }>(
      `select before, after from audit_entry where tenant_id = $1 and action = 'branding.updated'`,
      [tenant.id],
    );
    const from = new Map(entries.map(({ before, after }) => [before.brand_color, after.brand_color]));
    let color = DEFAULT;
    for (let step = 0; step < 20; step++) color = from.get(color) ?? '';
    expect([entries.length, color]).toEqual([20, body.brand_color]);
  });
});
