import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { type ProblemBody, type Reply, useTestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aPromo,
  aTenant,
  atOnce,
  codeOf,
  enroll,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { eventually } from '../support/process.js';

const codesOf = (replies: readonly Reply[]): string[] =>
  replies.filter(({ status }) => status >= 400).map(({ body }) => (body as ProblemBody).code);

/** Connections of the application under test. */
const POOL = 8; // what a tenant may have of ten

/** A program that is on, with the rewards of both sides. */
const program = (type = '', value = 0, refereeType = '', refereeValue = 0): object => ({
  referral_enabled: true,
  referral_reward_type: type,
  referral_reward_value: value,
  referral_reward_referee_type: refereeType,
  referral_reward_referee_value: refereeValue,
});

describe('many callers at once', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const count = (from: string): Promise<number> =>
    app.database.count(`${from} and tenant_id = $1`, [tenant.id]);

  it('gives one code to forty first visits', async () => {
    const john = await aCustomer(app, tenant);
    // Nobody's code is written before as many as the pool has connections have found none, and try to write one.
    await app.database.sql('begin');
    await app.database.sql('lock table referral_code in share row exclusive mode');
    const visiting = atOnce(40, () => app.get<MyCodeAnswer>('/api/referrals/my-code', john.token));
    const writers = `pg_locks where not granted and relation = 'referral_code'::regclass`;
    await eventually(async () => (await app.database.count(writers)) === POOL);
    await app.database.sql('commit');
    const visits = await visiting;
    expect(statuses(visits)).toEqual({ 200: 40 });
    expect(new Set(visits.map(({ body }) => body.referral_code)).size).toBe(1);
    expect(await count(`referral_code where code = '${visits[0]?.body.referral_code ?? ''}'`)).toBe(1);
    expect(await count('referral_code where true')).toBe(1);
  });

  it.each([
    ['the same spelling', (): string => 'jane.smith@example.com'],
    [
      'different letter case',
      (index: number): string => (index % 2 ? 'JANE.Smith@Example.com' : 'jane.smith@example.COM'),
    ],
  ])('enrolls twenty callers with one e-mail in %s once, and the rest leave nothing', async (_, email) => {
    const promo = await aPromo(app, tenant, { combinable_with_referral: true });
    const code = await codeOf(app, await aCustomer(app, tenant));
    const replies = await atOnce(20, (index) =>
      enroll(app, tenant, { email: email(index), referral_code: code, promo_code: promo.code }),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 409: 19 });
    expect(new Set(codesOf(replies))).toEqual(new Set(['customer_exists']));
    expect(await count(`customer where email = 'jane.smith@example.com'`)).toBe(1);
    expect(await count('enrollment where true')).toBe(1);
    expect(await count('referral where true')).toBe(1);
    expect(await count('reward where true')).toBe(2);
    expect(await count('promo where redemption_count = 1')).toBe(1);
    expect(await count(`outbox_event where type = 'customer.enrolled'`)).toBe(1);
  });

  it('lets a promo of ten uses be used ten times by sixty enrollments, and enrolls them all', async () => {
    const promo = await aPromo(app, tenant, { max_redemptions: 10 });
    const replies = await atOnce(60, () => enroll(app, tenant, { promo_code: promo.code }));
    expect(statuses(replies)).toEqual({ 201: 60 });
    const refused = replies.filter(({ body }) => body.promo.status === 'invalid');
    expect(new Set(refused.map(({ body }) => body.promo.reason))).toEqual(new Set(['promo_used_up']));
    expect(refused).toHaveLength(50);
    expect(replies.filter(({ body }) => body.promo.status === 'applied')).toHaveLength(10);
    const { body } = await app.get<PromoAnswer>(`/api/promos/${promo.id}`, tenant.admin);
    expect(body.redemption_count).toBe(10);
    expect(await count(`enrollment where promo_id = '${promo.id}'`)).toBe(10);
    expect(await count('customer where true')).toBe(60);
  });

  it('counts five hundred referrals of one referrer, and rewards both sides of each', async () => {
    const john = await aCustomer(app, tenant);
    const code = await codeOf(app, john);
    for (let wave = 0; wave < 10; wave++) {
      const replies = await atOnce(50, () => enroll(app, tenant, { referral_code: code }));
      expect(statuses(replies)).toEqual({ 201: 50 });
    }
    const { body } = await app.get<MyCodeAnswer>('/api/referrals/my-code', john.token);
    expect(body.referral_count).toBe(500);
    expect(await count('referral where true')).toBe(500);
    expect(await count('reward where true')).toBe(1000);
    expect(await count(`reward where customer_id = '${john.id}' and role = 'referrer'`)).toBe(500);
  });

  it('numbers thirty first saves of the program from 1 to 30, and the last one counts', async () => {
    const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
    const { body } = await app.post<TenantAnswer>('/api/tenants', { slug: 'new', name: 'New' }, platform);
    const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId: body.id });
    const saves = await atOnce(30, (index) =>
      app.put('/api/referrals/config', program('discount_percent', index + 1, 'credit', 5), admin),
    );
    expect(statuses(saves)).toEqual({ 200: 30 });
    const terms = await app.database.sql<{ version: number; percent: number }>(
      `select version, referrer_units::int / 100 as percent from program_terms where tenant_id = $1 order by version`,
      [body.id],
    );
    const oneToThirty = Array.from({ length: 30 }, (_, index) => index + 1);
    expect(terms.map(({ version }) => version)).toEqual(oneToThirty);
    expect(new Set(terms.map(({ percent }) => percent))).toEqual(new Set(oneToThirty));
    expect((await app.get('/api/referrals/config', admin)).body).toMatchObject({
      referral_reward_value: terms.at(-1)?.percent,
    });
  });

  it('makes one customer of twenty with the same given id', async () => {
    const replies = await atOnce(20, (index) =>
      app.post(
        '/api/customers',
        { id: 'cus_same', name: `Customer ${index}`, email: anEmail() },
        tenant.admin,
      ),
    );
    expect(statuses(replies)).toEqual({ 201: 1, 409: 19 });
    expect(new Set(codesOf(replies))).toEqual(new Set(['customer_id_taken']));
    expect(await count(`customer where id = 'cus_same'`)).toBe(1);
    expect(await count(`outbox_event where type = 'customer.created'`)).toBe(1);
  });

  it('neither loses nor leaves dangling a use of a promo that is deleted meanwhile', async () => {
    for (let round = 0; round < 12; round++) {
      const promo = await aPromo(app, tenant);
      const replies = await atOnce<Reply<{ promo?: { status: string } }>>(16, (index) =>
        index === round
          ? app.call('DELETE', `/api/promos/${promo.id}`, { token: tenant.admin })
          : enroll(app, tenant, { promo_code: promo.code }),
      );
      expect(statuses(replies)).toEqual({ 201: 15, 204: 1 });
      const uses = replies.filter(({ body }) => body.promo?.status === 'applied').length;
      expect(await count(`enrollment where promo_id = '${promo.id}'`)).toBe(uses);
      const left = `promo where id = '${promo.id}' and not active and redemption_count = ${uses}`;
      expect([uses > 0, await count(left)]).toEqual([uses > 0, uses > 0 ? 1 : 0]);
      expect(await count(`promo where id = '${promo.id}'`)).toBe(uses > 0 ? 1 : 0);
    }
  });

  it('rewards each referral by the terms of the version it carries while the program is saved', async () => {
    const code = await codeOf(app, await aCustomer(app, tenant));
    const types = ['credit', 'discount_fixed', 'discount_percent'];
    const save = (n: number): Promise<Reply> => {
      const config = program(types[n % 3], n, types[(n + 1) % 3], n + 10);
      return app.put('/api/referrals/config', config, tenant.admin);
    };
    for (let wave = 1; wave <= 10; wave++) {
      const replies = await atOnce(14, (index) =>
        index % 5 === 3
          ? save(wave * 3 + Math.floor(index / 5))
          : enroll(app, tenant, { referral_code: code }),
      );
      expect(statuses(replies)).toEqual({ 200: 3, 201: 11 });
    }
    const [found] = await app.database.sql<{ referrals: number; versions: number; right: number }>(
      `select count(distinct referral.id)::int as referrals,
              count(distinct referral.terms_version)::int as versions,
              count(*) filter (where reward.type = case role when 'referrer' then terms.referrer_type else terms.referee_type end
                and reward.value_units = case role when 'referrer' then terms.referrer_units else terms.referee_units end)::int as right
         from referral
         join program_terms terms on terms.tenant_id = referral.tenant_id and terms.version = referral.terms_version
         join reward on reward.tenant_id = referral.tenant_id and reward.referral_id = referral.id
        where referral.tenant_id = $1`,
      [tenant.id],
    );
    expect(found).toMatchObject({ referrals: 110, right: 220 });
    expect(found?.versions).toBeGreaterThan(5);
    const ledger = await app.get('/api/ledger/verify', tenant.admin);
    const entries = await count(`reward where type = 'credit'`);
    expect(ledger.body).toEqual({ valid: true, entries, first_failure: null });
  });
});
