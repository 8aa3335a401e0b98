import type { PromoValidation } from '../../src/promo/promo.dto.js';
import type { ReferralValidation } from '../../src/referral/referral.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import {
  aCustomer,
  aPromo,
  aTenant,
  codeOf,
  enroll,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { expectInvalid, platformToken, stored, without } from './expectations.js';

const REFERRAL_PATH = '/api/referrals/validate';
/** Contains an `L`, which people type as `1` or `I`. */
const CODE = 'KL7N4LP3';
const VALID = {
  valid: true,
  referrer_name: 'John Doe',
  referee_reward_type: 'discount_percent',
  referee_reward_value: 10,
};
const INVALID = { valid: false, reason: 'invalid_code' };

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z]/g, (symbol) => String.fromCodePoint((symbol.codePointAt(0) ?? 0) + 0xfee0));

const app = useTestApp();

describe('/api/referrals/validate', () => {
  let tenant: TestTenant;
  let john: TestCustomer;

  beforeAll(async () => {
    tenant = await aTenant(app);
    john = await aCustomer(app, tenant, { name: 'John Doe', email: 'john@example.com' });
    await codeOf(app, john);
    await app.database.sql('update referral_code set code = $1 where customer_id = $2', [CODE, john.id]);
  });

  const validate = (referral_code: string, tenant_slug = tenant.slug): Promise<Reply<ReferralValidation>> =>
    app.post<ReferralValidation>(REFERRAL_PATH, { referral_code, tenant_slug });

  it.each([
    ['as shown', CODE],
    ['in lower case', CODE.toLowerCase()],
    ['in mixed case', 'kL7n4Lp3'],
    ['with spaces', '  KL7N 4LP3 '],
    ['with a dash', 'KL7N-4LP3'],
    ['with long dashes', 'KL7N–4LP3—'],
    ['with a space after each symbol', CODE.split('').join(' ')],
    ['with 1 for L', 'K17N41P3'],
    ['with I for L', 'KI7N4IP3'],
    ['with i for L', 'ki7n4ip3'],
    ['in full width', fullWidth(CODE)],
    ['in full width, lower case and dashed', `${fullWidth('KL7N')}-4lp3`],
    ['with a no-break space', 'KL7N\u00a04LP3'],
    ['as pasted, with a tab and a line end', '\tKL7N4LP3\r\n'],
    ['in a sentence', `“My code is ${CODE}.”`],
    ['in its link', `https://acme.example/enroll/acme?utm_source=mail&ref=${CODE}`],
    [
      'twice in the message that the portal shares',
      `Use ${CODE}: https://acme.example/enroll/acme?ref=${CODE}`,
    ],
  ])('accepts the code %s', async (_, typed) => {
    expect(await validate(typed)).toMatchObject({ status: 200, body: VALID });
    expect((await validate(typed)).body).toEqual(VALID);
  });

  it.each([
    ['an unknown code', 'ABCDEFGH'],
    ['one symbol less', CODE.slice(1)],
    ['one symbol more', `${CODE}A`],
    ['0, which is in no code', `0${CODE.slice(1)}`],
    ['O, which is in no code', `O${CODE.slice(1)}`],
    ['a SQL statement', "' or 1=1 --"],
    ['punctuation', 'KL7N.4LP3'],
    ['two codes', `${CODE} or ABCDEFGH`],
    ['Cyrillic look-alikes', 'КL7N4LР3'],
    ['a property of Object.prototype', '__proto__'],
    ['nothing', ''],
    ['blanks', ' \n'],
    ['much longer text', 'A'.repeat(256)],
  ])('answers invalid_code for %s', async (_, typed) => {
    expect(await validate(typed)).toMatchObject({ status: 200, body: INVALID });
  });

  it('gives the same answer for everything that cannot be used', async () => {
    const [suspended, disabled, other] = [await aTenant(app), await aTenant(app), await aTenant(app)];
    const codes = new Map<TestTenant, string>();
    for (const owner of [suspended, disabled, other, tenant]) {
      codes.set(owner, await codeOf(app, await aCustomer(app, owner, { id: 'owner-of-a-code' })));
    }
    const codeIn = (owner: TestTenant): string => codes.get(owner) ?? '';
    for (const owner of [suspended, disabled, other, tenant]) {
      expect((await validate(codeIn(owner), owner.slug)).body).toMatchObject({ valid: true });
    }
    await app.patch(`/api/tenants/${suspended.id}`, { status: 'suspended' }, platformToken(app));
    const config = await app.get<object>('/api/referrals/config', disabled.admin);
    await app.put('/api/referrals/config', { ...config.body, referral_enabled: false }, disabled.admin);
    await app.patch('/api/customers/owner-of-a-code', { status: 'inactive' }, tenant.admin);

    const replies = {
      'unknown tenant': await validate(CODE, 'no-such-tenant'),
      'no slug at all': await validate(CODE, 'Not A Slug!'),
      'slug of a prototype': await validate(CODE, 'constructor'),
      'suspended tenant': await validate(codeIn(suspended), suspended.slug),
      'disabled program': await validate(codeIn(disabled), disabled.slug),
      'unknown code': await validate('ABCDEFGH'),
      'no code at all': await validate('?'),
      'inactive customer': await validate(codeIn(tenant)),
      "another tenant's code": await validate(codeIn(other)),
      'own code, other slug': await validate(CODE, other.slug),
    };
    const shown = Object.entries(replies).map(([why, { status, headers, body }]) => {
      const visible = [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
      return [why, { status, visible, body }] as const;
    });
    const [, first] = shown[0] ?? [];
    expect(first).toMatchObject({ status: 200, body: INVALID });
    for (const [why, answer] of shown) expect({ why, ...answer }).toEqual({ why, ...first });
  });

  it("returns the referee's reward in the tenant's currency, 0 if there is none", async () => {
    const own = await aTenant(app, { currency: 'KWD' });
    const code = await codeOf(app, await aCustomer(app, own));
    const terms = { referral_enabled: true, referral_reward_type: 'credit', referral_reward_value: 1 };
    for (const value of [1.005, 0]) {
      await app.put(
        '/api/referrals/config',
        { ...terms, referral_reward_referee_type: 'discount_fixed', referral_reward_referee_value: value },
        own.admin,
      );
      expect((await validate(code, own.slug)).body).toMatchObject({
        referee_reward_type: 'discount_fixed',
        referee_reward_value: value,
      });
    }
  });

  it('writes nothing, and ignores a token', async () => {
    const before = await stored(app);
    const body = { referral_code: CODE, tenant_slug: tenant.slug };
    expect((await app.post(REFERRAL_PATH, body, 'not-a-token')).body).toEqual(VALID);
    expect((await app.post(REFERRAL_PATH, body, john.token)).body).toEqual(VALID);
    await validate('ABCDEFGH');
    expect(await stored(app)).toEqual(before);
  });

  it('reveals only the name of the referrer', async () => {
    const { body } = await validate(CODE);
    expect(JSON.stringify(body)).not.toMatch(/john@|cus_/);
  });

  it.each(['referral_code', 'tenant_slug'])('requires %s', async (field) => {
    const rest = without({ referral_code: CODE, tenant_slug: tenant.slug }, field);
    expectInvalid(await app.post(REFERRAL_PATH, rest), field);
  });
});

const PROMO_PATH = '/api/promos/validate';
const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2120-01-01T00:00:00Z';

describe('/api/promos/validate', () => {
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const validate = (promo_code: string, tenant_slug = tenant.slug): Promise<Reply<PromoValidation>> =>
    app.post<PromoValidation>(PROMO_PATH, { promo_code, tenant_slug });

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
    expectInvalid(await app.post(PROMO_PATH, rest), field);
  });
});
