import type { ConfigVersionAnswer, ReferralConfig } from '../../src/config/config.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aTenant, atOnce, GIVE_TEN_GET_TEN, saveProgram, type TestTenant } from '../support/factories.js';
import { changed, eventsOf, expectInvalid, pagesOf, platformToken, stored, without } from './expectations.js';

const PATH = '/api/referrals/config';

/** The default settings of a program. */
const UNSET = {
  referral_qualify_on: 'enrollment',
  referral_min_invoice_cents: null,
  referral_on_refund: 'reverse',
  referral_hold_days: 0,
  referral_reward_expires_days: null,
  referral_max_rewards_per_referrer: null,
  referral_max_rewards_period: 'ever',
  referral_budget_cents: null,
  referral_keep_attribution: false,
  referrer_name_display: 'full',
};

const app = useTestApp();

describe('/api/referrals/config', () => {
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const save = (changes: object, by = tenant): ReturnType<typeof app.put<ReferralConfig>> =>
    app.put<ReferralConfig>(PATH, changed(GIVE_TEN_GET_TEN, changes), by.admin);

  it("is off for a new tenant, with the guide's 10 % for both sides", async () => {
    const { body } = await app.post<TenantAnswer>(
      '/api/tenants',
      { slug: 'brand-new', name: 'Brand New' },
      platformToken(app),
    );
    const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: body.id });
    const { status, body: config } = await app.get(PATH, admin);
    expect(status).toBe(200);
    expect(config).toEqual(changed(GIVE_TEN_GET_TEN, { ...UNSET, referral_enabled: false }));
  });

  it.each<[string, string, number]>([
    ['USD', 'discount_percent', 12.5],
    ['USD', 'discount_percent', 100],
    ['USD', 'discount_percent', 0.01],
    ['USD', 'discount_fixed', 20.25],
    ['USD', 'credit', 0],
    ['JPY', 'credit', 2000],
    ['JPY', 'discount_percent', 7.25],
    ['JPY', 'discount_fixed', 500],
    ['KWD', 'credit', 20.125],
    ['KWD', 'discount_percent', 33.33],
    ['KWD', 'discount_fixed', 1.005],
  ])('saves, in %s, a %s of %d for either side', async (currency, type, value) => {
    const own = await aTenant(app, { currency });
    const config = {
      referral_enabled: true,
      referral_reward_type: type,
      referral_reward_value: value,
      referral_reward_referee_type: type,
      referral_reward_referee_value: value,
    };
    const saved = await app.put<ReferralConfig>(PATH, config, own.admin);
    expect(saved.status).toBe(200);
    expect(without(saved.body, 'exposure')).toEqual({ ...config, ...UNSET });
    expect((await app.get(PATH, own.admin)).body).toEqual({ ...config, ...UNSET });
  });

  it.each(CURRENCIES)(
    'returns what a script could earn when the config is saved, but not when it is read: in $currency',
    async ({ currency, cents }) => {
      const own = await aTenant(app, { currency });
      const terms = {
        referral_reward_type: 'credit',
        referral_reward_value: 20,
        referral_max_rewards_per_referrer: 5,
      };
      expect((await save(terms, own)).body).toHaveProperty('exposure', {
        referrer: { type: 'credit', value: 20 },
        referee: { type: 'discount_percent', value: 10 },
        newcomers_per_hour: null, // the service under test has no rate limits
        amount_cents_per_hour: cents(100),
        usable_after_days: 0,
        bounded_by: ['referral_max_rewards_per_referrer'],
      });
      expect((await app.get(PATH, own.admin)).body).not.toHaveProperty('exposure');
      for (const safe of [{ referral_qualify_on: 'first_invoice' }, { referral_enabled: false }])
        expect((await save(safe, own)).body).not.toHaveProperty('exposure');
    },
  );

  it.each(CURRENCIES)(
    'stores each save as a new numbered version, and does not change earlier ones: in $currency',
    async ({ currency, cents }) => {
      const own = await aTenant(app, { currency });
      const versions = (): Promise<object[]> =>
        app.database.sql('select * from program_terms where tenant_id = $1 order by version', [own.id]);
      const first = await versions();
      await save({ referral_enabled: false }, own);
      await save({ referral_reward_type: 'credit', referral_reward_value: 20 }, own);
      const all = await versions();
      expect(all.slice(0, 1)).toEqual(first);
      expect(all).toMatchObject([
        { version: 1, enabled: true, referrer_type: 'discount_percent', referrer_units: '1000' },
        { version: 2, enabled: false },
        {
          version: 3,
          enabled: true,
          referrer_type: 'credit',
          referrer_units: String(cents(20)),
          created_by: 'admin:usr_test',
        },
      ]);
      expect(await eventsOf(app, own)).toEqual(['config.updated', 'config.updated', 'config.updated']);
    },
  );

  it.each(['"20"', 'null', 'true', '[]', undefined])(
    'says in plain words that a value is no number: %s',
    async (raw) => {
      const value: unknown = raw === undefined ? undefined : JSON.parse(raw);
      const problem = expectInvalid(await save({ referral_reward_value: value }), 'referral_reward_value');
      expect(problem.errors).toEqual([
        {
          field: 'referral_reward_value',
          code: 'is_number',
          message: 'referral_reward_value must be a number',
        },
      ]);
    },
  );

  it("does not change another tenant's program", async () => {
    const other = await aTenant(app);
    await save({ referral_enabled: false, referral_reward_value: 99 });
    expect((await app.get(PATH, other.admin)).body).toEqual(changed(GIVE_TEN_GET_TEN, UNSET));
  });

  it.each(Object.keys(GIVE_TEN_GET_TEN))('requires %s, and saves nothing without it', async (key) => {
    const before = await stored(app);
    const rest = without(GIVE_TEN_GET_TEN, key);
    expectInvalid(await app.put(PATH, rest, tenant.admin), key);
    expect(await stored(app)).toEqual(before);
  });

  it.each<[string, string, number, string]>([
    ['USD', 'discount_percent', 100.01, 'above_100_percent'],
    ['USD', 'discount_percent', 33.333, 'invalid_value'],
    ['USD', 'discount_fixed', 1.001, 'invalid_value'],
    ['USD', 'credit', 10_000_000_000.01, 'invalid_value'],
    ['JPY', 'discount_fixed', 0.5, 'invalid_value'],
    ['JPY', 'credit', 0.5, 'invalid_value'],
    ['JPY', 'credit', 1_000_000_000_001, 'invalid_value'],
    ['KWD', 'discount_fixed', 1.0001, 'invalid_value'],
    ['KWD', 'credit', 1.0001, 'invalid_value'],
    ['KWD', 'credit', 1_000_000_000.001, 'invalid_value'],
    ['USD', 'credit', -1, 'min'],
  ])('refuses, in %s, a %s of %d, and names the field', async (currency, type, value, code) => {
    const own = await aTenant(app, { currency });
    const before = await stored(app);
    const referrer = await save({ referral_reward_type: type, referral_reward_value: value }, own);
    expect(expectInvalid(referrer, 'referral_reward_value').errors).toMatchObject([{ code }]);
    const referee = await save(
      { referral_reward_referee_type: type, referral_reward_referee_value: value },
      own,
    );
    expect(expectInvalid(referee, 'referral_reward_referee_value').errors).toMatchObject([{ code }]);
    expect(await stored(app)).toEqual(before);
  });
});

const VERSIONS_PATH = '/api/referrals/config/versions';

describe('/api/referrals/config/versions', () => {
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const versions = async (of = tenant): Promise<ConfigVersionAnswer[]> =>
    (await app.get<Page<ConfigVersionAnswer>>(VERSIONS_PATH, of.admin)).body.data;

  it.each([
    ['USD', 20.5],
    ['JPY', 2050],
    ['KWD', 20.005],
  ])('lists each version with its author, time, settings and changes: in %s', async (currency, value) => {
    const own = await aTenant(app, { currency });
    await saveProgram(app, own, { referral_reward_type: 'credit', referral_reward_value: value });
    const config = await saveProgram(app, own, { referral_hold_days: 7, referral_budget_cents: 5000 });
    const all = await versions(own);
    expect(all.map(({ version, changes }) => [version, changes])).toEqual([
      [
        3,
        [
          { field: 'referral_reward_type', from: 'credit', to: 'discount_percent' },
          { field: 'referral_reward_value', from: value, to: 10 },
          { field: 'referral_hold_days', from: 0, to: 7 },
          { field: 'referral_budget_cents', from: null, to: 5000 },
        ],
      ],
      [
        2,
        [
          { field: 'referral_reward_type', from: 'discount_percent', to: 'credit' },
          { field: 'referral_reward_value', from: 10, to: value },
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
    const { body } = await app.get(VERSIONS_PATH, admin);
    expect(body).toEqual({ data: [], has_more: false, next_cursor: null });
  });

  it('is the same page by page as in one page, even with concurrent saves', async () => {
    await atOnce(6, (index) => saveProgram(app, tenant, { referral_hold_days: index }));
    await app.database.sql('update program_terms set created_at = now() where tenant_id = $1', [tenant.id]);
    const whole = await versions();
    expect(whole.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await pagesOf(app, VERSIONS_PATH, tenant.admin, 3)).toEqual([
      whole.slice(0, 3),
      whole.slice(3, 6),
      whole.slice(6),
    ]);
    const { body: first } = await app.get<Page<ConfigVersionAnswer>>(
      `${VERSIONS_PATH}?limit=2`,
      tenant.admin,
    );
    await saveProgram(app, tenant, GIVE_TEN_GET_TEN);
    const rest = await app.get<Page<ConfigVersionAnswer>>(
      `${VERSIONS_PATH}?cursor=${first.next_cursor ?? ''}`,
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
      expectInvalid(await app.get(`${VERSIONS_PATH}?cursor=${cursor}`, tenant.admin), 'cursor');
    },
  );
});
