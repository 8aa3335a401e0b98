import type { PromoValidation } from '../../src/promo/promo.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aPromo, aTenant, enroll, type TestTenant } from '../support/factories.js';
import { expectInvalid, platformToken, stored, without } from './expectations.js';

const PATH = '/api/promos/validate';
const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2120-01-01T00:00:00Z';

describe('/api/promos/validate', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const validate = (promo_code: string, tenant_slug = tenant.slug): Promise<Reply<PromoValidation>> =>
    app.post<PromoValidation>(PATH, { promo_code, tenant_slug });

  it('returns the discount of a promo that can be used', async () => {
    await aPromo(app, tenant, { code: 'GIVES', discount_value: 12.5, combinable_with_referral: true });
    expect(await validate('GIVES')).toMatchObject({ status: 200 });
    expect((await validate('GIVES')).body).toEqual({
      valid: true,
      discount_type: 'discount_percent',
      discount_value: 12.5,
      combinable_with_referral: true,
    });
  });

  it.each(['gives', ' GIVES ', 'ｇｉｖｅｓ'])('accepts the code as %j', async (typed) => {
    await aPromo(app, await aTenant(app), { code: 'GIVES' });
    expect((await validate(typed)).body.valid).toBe(true);
  });

  it('includes the start of the window and excludes its end', async () => {
    await aPromo(app, tenant, { code: 'OPEN', starts_at: PAST, ends_at: FUTURE });
    expect((await validate('OPEN')).body.valid).toBe(true);
  });

  it('gives the same answer for every code that cannot be used', async () => {
    const [suspended, other] = [await aTenant(app), await aTenant(app)];
    await aPromo(app, suspended, { code: 'HERE' });
    await aPromo(app, other, { code: 'THERE' });
    await app.patch(`/api/tenants/${suspended.id}`, { status: 'suspended' }, platformToken(app));
    await aPromo(app, tenant, { code: 'OFF', active: false });
    await aPromo(app, tenant, { code: 'OVER', ends_at: PAST });
    await aPromo(app, tenant, { code: 'EARLY', starts_at: FUTURE });
    await aPromo(app, tenant, { code: 'USED', max_redemptions: 1 });
    expect((await validate('USED')).body.valid).toBe(true);
    await enroll(app, tenant, { promo_code: 'USED' });
    const before = await stored(app);
    const replies = {
      unknown: await validate('NOTHING'),
      'no code': await validate('?'),
      'unknown tenant': await validate('OFF', 'nobody'),
      'no slug': await validate('OFF', 'No Slug'),
      'suspended tenant': await validate('HERE', suspended.slug),
      "another tenant's": await validate('THERE'),
      off: await validate('OFF'),
      over: await validate('OVER'),
      early: await validate('EARLY'),
      'used up': await validate('USED'),
    };
    for (const [why, { status, headers, body }] of Object.entries(replies)) {
      const visible = [...headers.keys()];
      expect({ why, status, body, visible }).toEqual({
        why,
        status: 200,
        body: { valid: false, reason: 'invalid_code' },
        visible: [...replies.unknown.headers.keys()],
      });
    }
    expect(await stored(app)).toEqual(before);
  });

  it.each(['promo_code', 'tenant_slug'])('requires %s', async (field) => {
    const rest = without({ promo_code: 'A', tenant_slug: tenant.slug }, field);
    expectInvalid(await app.post(PATH, rest), field);
  });
});
