import type { ConfigVersionAnswer } from '../../src/config/config.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { useTestApp } from '../support/app.js';
import { aTenant, atOnce, GIVE_TEN_GET_TEN, saveProgram, type TestTenant } from '../support/factories.js';
import { changed, expectInvalid, pagesOf, platformToken, without } from './expectations.js';

const PATH = '/api/referrals/config/versions';

describe('/api/referrals/config/versions', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const versions = async (of = tenant): Promise<ConfigVersionAnswer[]> =>
    (await app.get<Page<ConfigVersionAnswer>>(PATH, of.admin)).body.data;

  it('lists each version with its author, time, settings and changes', async () => {
    await saveProgram(app, tenant, { referral_reward_type: 'credit', referral_reward_value: 20.5 });
    const config = await saveProgram(app, tenant, { referral_hold_days: 7, referral_budget_cents: 5000 });
    const all = await versions();
    expect(all.map(({ version, changes }) => [version, changes])).toEqual([
      [
        3,
        [
          { field: 'referral_reward_type', from: 'credit', to: 'discount_percent' },
          { field: 'referral_reward_value', from: 20.5, to: 10 },
          { field: 'referral_hold_days', from: 0, to: 7 },
          { field: 'referral_budget_cents', from: null, to: 5000 },
        ],
      ],
      [
        2,
        [
          { field: 'referral_reward_type', from: 'discount_percent', to: 'credit' },
          { field: 'referral_reward_value', from: 10, to: 20.5 },
        ],
      ],
      [1, [{ field: 'referral_enabled', from: false, to: true }]],
    ]);
    expect(all[0]).toEqual(
      changed(without(config, 'exposure'), {
        version: 3,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        created_by: 'admin:usr_test',
        changes: all[0]?.changes,
      }),
    );
  });

  it('lists a save without changes', async () => {
    await saveProgram(app, tenant, {});
    expect((await versions()).map(({ changes }) => changes.length)).toEqual([0, 1]);
  });

  it('is empty for a tenant that has not saved a program', async () => {
    const made = await app.post<TenantAnswer>(
      '/api/tenants',
      { slug: 'never-saved', name: 'Never Saved' },
      platformToken(app),
    );
    const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: made.body.id });
    const { body } = await app.get(PATH, admin);
    expect(body).toEqual({ data: [], has_more: false, next_cursor: null });
  });

  it('is the same page by page as in one page, even with concurrent saves', async () => {
    await atOnce(6, (index) => saveProgram(app, tenant, { referral_hold_days: index }));
    await app.database.sql('update program_terms set created_at = now() where tenant_id = $1', [tenant.id]);
    const whole = await versions();
    expect(whole.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await pagesOf(app, PATH, tenant.admin, 3)).toEqual([
      whole.slice(0, 3),
      whole.slice(3, 6),
      whole.slice(6),
    ]);
    const { body: first } = await app.get<Page<ConfigVersionAnswer>>(`${PATH}?limit=2`, tenant.admin);
    await saveProgram(app, tenant, GIVE_TEN_GET_TEN);
    const rest = await app.get<Page<ConfigVersionAnswer>>(
      `${PATH}?cursor=${first.next_cursor ?? ''}`,
      tenant.admin,
    );
    expect(rest.body.data).toEqual(whole.slice(2));
  });

  it('shows nothing of another tenant', async () => {
    const other = await aTenant(app);
    await saveProgram(app, other, { referral_hold_days: 9 });
    expect(await versions()).toHaveLength(1);
  });

  it.each(['x', Buffer.from('2026-01-01T00:00:00.000Z cus_1').toString('base64url')])(
    'refuses the cursor %s, which is not of this list',
    async (cursor) => {
      expectInvalid(await app.get(`${PATH}?cursor=${cursor}`, tenant.admin), 'cursor');
    },
  );
});
