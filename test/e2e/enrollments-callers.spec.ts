import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import {
  aCustomer,
  anApiKey,
  anEmail,
  aPromo,
  aTenant,
  codeOf,
  enroll,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { eventsOf, expectInvalid, expectProblem, platformToken, stored, without } from './expectations.js';

const PATH = '/api/enrollments';

describe('/api/enrollments, by caller and person', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestCustomer;
  let code: string;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aCustomer(app, tenant, { name: 'John Doe', email: 'john.doe@example.com' });
    code = await codeOf(app, john);
  });

  const usesOf = async ({ id }: { id: string }): Promise<number> =>
    (await app.get<PromoAnswer>(`/api/promos/${id}`, tenant.admin)).body.redemption_count;
  const rows = (table: string): Promise<Record<string, unknown>[]> =>
    app.database.sql(`select * from ${table} where tenant_id = $1 order by id`, [tenant.id]);

  describe('of an existing customer', () => {
    it.each([
      ['the same e-mail address', 'john.doe@example.com'],
      ['the same e-mail address in capitals', 'JOHN.DOE@EXAMPLE.COM'],
    ])('with %s: customer_exists, and nothing is written or used', async (_, email) => {
      const once = await aPromo(app, tenant, { max_redemptions: 1 });
      const before = await stored(app);
      const reply = await enroll(app, tenant, { email, referral_code: code, promo_code: once.code });
      expectProblem(reply, 409, 'customer_exists');
      expect(await stored(app)).toEqual(before);
      expect(await usesOf(once)).toBe(0);
      expect((await enroll(app, tenant, { promo_code: once.code })).body.promo.status).toBe('applied');
    });

    it.each(['Info@EXÄMPLE.de', 'info@exa\u0308mple.de', 'info@xn--exmple-cua.de', 'INFO@XN--EXMPLE-CUA.DE'])(
      'with another spelling of the address: customer_exists for %s, and with a tag the own code',
      async (email) => {
        const jane = await aCustomer(app, tenant, { email: 'info@exämple.de' });
        const referral_code = await codeOf(app, jane);
        expectProblem(await enroll(app, tenant, { email, referral_code }), 409, 'customer_exists');
        const tagged = await enroll(app, tenant, { email: email.replace('@', '+x@'), referral_code });
        expect(tagged.body.referral).toMatchObject({ status: 'invalid', reason: 'not_eligible' });
      },
    );

    it('succeeds in another tenant', async () => {
      expect((await enroll(app, await aTenant(app), { email: john.email })).status).toBe(201);
    });
  });

  describe('with a token', () => {
    const byToken = (token: string, fields: object = {}): Promise<Reply<EnrollmentAnswer>> =>
      app.post<EnrollmentAnswer>(PATH, { name: 'New', email: anEmail(), ...fields }, token);

    it("of an admin: enrolls in the token's tenant, with or without its slug, and records the admin", async () => {
      const first = await byToken(tenant.admin, { referral_code: code });
      expect(first).toMatchObject({ status: 201, body: { referral: { status: 'applied' } } });
      expect((await byToken(tenant.admin, { tenant_slug: tenant.slug })).status).toBe(201);
      expect((await rows('referral_timeline')).map((line) => line.actor)).toEqual([
        'admin:usr_test',
        'admin:usr_test',
      ]);
      expect(await rows('enrollment')).toHaveLength(2);
    });

    it('of an admin or a key: returns the exact reason why a code does not apply to a person, also when resent', async () => {
      const was = await aCustomer(app, tenant, { email: 'was.here@example.com', phone: '+1 555 0199' });
      await app.delete(`/api/customers/${was.id}`, tenant.admin);
      const { key } = await anApiKey(app, tenant, ['enroll']);
      for (const [index, token] of [tenant.admin, key].entries()) {
        for (const [person, reason] of [
          [{ email: `john.doe+${index}@example.com` }, 'self_referral'],
          [{ email: `was.here+${index}@example.com` }, 'not_eligible'],
          [{ email: anEmail(), phone: '+15550199' }, 'not_eligible'],
        ] as const) {
          const body = { name: 'New', referral_code: code, ...person };
          const headers = { 'idempotency-key': `${index} ${person.email}` };
          const first = await app.call<EnrollmentAnswer>('POST', PATH, { token, body, headers });
          expect(first.body.referral).toEqual({ status: 'invalid', reason, referral_id: null });
          expect((await app.call('POST', PATH, { token, body, headers })).body).toEqual(first.body);
        }
      }
    });

    it("of an admin with another tenant's slug: refused, and nothing is written", async () => {
      const other = await aTenant(app);
      const before = await stored(app);
      const reply = await byToken(tenant.admin, { tenant_slug: other.slug });
      expect(expectInvalid(reply, 'tenant_slug').errors).toMatchObject([{ code: 'not_your_tenant' }]);
      expectInvalid(await byToken(tenant.admin, { tenant_slug: 'no-such-tenant' }), 'tenant_slug');
      expect(await stored(app)).toEqual(before);
    });

    it('of a customer or the platform, or invalid: refused', async () => {
      const slug = { tenant_slug: tenant.slug };
      const before = await stored(app);
      expectProblem(await byToken(john.token, slug), 403, 'wrong_kind_of_token');
      expectProblem(await byToken(platformToken(app), slug), 403, 'wrong_kind_of_token');
      expectProblem(await byToken('nonsense', slug), 401, 'unauthenticated');
      expect(await stored(app)).toEqual(before);
    });
  });

  describe('without a token', () => {
    it.each(['no-such-tenant', 'Not A Slug', 'constructor', '__proto__'])(
      'does not find the tenant %j',
      async (slug) => {
        const before = await stored(app);
        expectProblem(await enroll(app, { slug }), 404, 'tenant_not_found');
        expect(await stored(app)).toEqual(before);
      },
    );

    it('does not find a suspended tenant', async () => {
      await app.patch(`/api/tenants/${tenant.id}`, { status: 'suspended' }, platformToken(app));
      expectProblem(await enroll(app, tenant, { referral_code: code }), 404, 'tenant_not_found');
      expect(await eventsOf(app, tenant)).not.toContain('customer.enrolled');
    });

    it.each(['tenant_slug', 'name', 'email'])('requires %s', async (field) => {
      const whole: Record<string, string> = { tenant_slug: tenant.slug, name: 'N', email: anEmail() };
      const rest = without(whole, field);
      expectInvalid(await app.post(PATH, rest), field);
    });
  });
});
