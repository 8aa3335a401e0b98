import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aPromo,
  aTenant,
  codeOf,
  enroll,
  GIVE_TEN_GET_TEN,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { changed } from './expectations.js';

const PATH = '/api/enrollments';

describe('/api/enrollments', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: TestCustomer;
  let code: string;
  let promo: PromoAnswer;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aCustomer(app, tenant, { name: 'John Doe', email: 'john.doe@example.com' });
    code = await codeOf(app, john);
    promo = await aPromo(app, tenant, { discount_value: 20, combinable_with_referral: true });
  });

  const usesOf = async ({ id }: { id: string }): Promise<number> =>
    (await app.get<PromoAnswer>(`/api/promos/${id}`, tenant.admin)).body.redemption_count;
  const rows = (table: string, order = 'id'): Promise<Record<string, unknown>[]> =>
    app.database.sql(`select * from ${table} where tenant_id = $1 order by ${order}`, [tenant.id]);

  it('enrolls a person, with the outcome none for codes that were not given', async () => {
    const { status, body } = await enroll(app, tenant, { name: 'Jane Smith', email: 'Jane@Example.com' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      customer_id: body.customer_id,
      created_at: body.created_at,
      referral: { status: 'none', reason: null, referral_id: null },
      promo: { status: 'none', reason: null, promo_id: null },
      discounts: [],
    });
    const customer = await app.get(`/api/customers/${body.customer_id}`, tenant.admin);
    expect(customer.body).toEqual({
      id: body.customer_id,
      name: 'Jane Smith',
      email: 'jane@example.com',
      phone: null,
      status: 'active',
      created_at: body.created_at,
    });
    const [enrollment] = await rows('enrollment');
    expect(enrollment).toMatchObject({ id: body.id, referral_status: 'none', promo_status: 'none' });
  });

  it('records referral, rewards, timeline, promo and events of an enrollment together', async () => {
    const { body } = await enroll(app, tenant, { referral_code: code, promo_code: promo.code });
    const customer = body.customer_id;
    const referral = body.referral.referral_id;
    expect(await rows('referral')).toMatchObject([
      {
        id: referral,
        referrer_customer_id: john.id,
        referee_customer_id: customer,
        referral_code: code,
        terms_version: 1,
        status: 'qualified',
      },
    ]);
    const reward = {
      referral_id: referral,
      type: 'discount_percent',
      value_units: '1000',
      status: 'available',
    };
    expect(await rows('reward', 'role')).toMatchObject([
      { ...reward, role: 'referee', customer_id: customer },
      { ...reward, role: 'referrer', customer_id: john.id },
    ]);
    expect(await rows('referral_timeline')).toMatchObject([
      { event: 'referral.created', actor: 'public' },
      { event: 'referral.qualified', actor: 'public' },
    ]);
    expect(await rows('enrollment')).toMatchObject([
      {
        id: body.id,
        customer_id: customer,
        referral_status: 'applied',
        referral_reason: null,
        referral_id: referral,
        promo_status: 'applied',
        promo_reason: null,
        promo_id: promo.id,
        promo_discount_type: 'discount_percent',
        promo_discount_units: '2000',
        promo_combinable: true,
        promo_redemption_id: null,
      },
    ]);
    const events = (await rows('outbox_event')).slice(-4);
    const ids = { enrollment_id: body.id, customer_id: customer };
    const sides = { referral_id: referral, referrer_customer_id: john.id, referee_customer_id: customer };
    expect(events.map(({ type, data }) => [type, data])).toMatchObject([
      ['customer.enrolled', ids],
      ['promo.redeemed', { ...ids, promo_id: promo.id }],
      ['referral.created', sides],
      ['referral.qualified', sides],
    ]);
    expect(JSON.stringify(events)).not.toContain('@');
    expect(await usesOf(promo)).toBe(1);
  });

  it.each([null, ''])('treats %j as no code', async (typed) => {
    const body = {
      tenant_slug: tenant.slug,
      name: 'N',
      email: anEmail(),
      referral_code: typed,
      promo_code: typed,
    };
    const reply = await app.post(PATH, { ...body, phone: null });
    expect(reply).toMatchObject({
      status: 201,
      body: { referral: { status: 'none' }, promo: { status: 'none' } },
    });
  });

  it('accepts codes as typed', async () => {
    const typed = {
      referral_code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`,
      promo_code: ' promo',
    };
    await aPromo(app, tenant, { code: 'PROMO', combinable_with_referral: true });
    expect((await enroll(app, tenant, typed)).body).toMatchObject({
      referral: { status: 'applied' },
      promo: { status: 'applied' },
    });
  });

  it.each([
    ['KWD', 'discount_fixed', 1.125, '1125'],
    ['JPY', 'credit', 500, '500'],
    ['USD', 'discount_percent', 12.34, '1234'],
  ])('gives, in %s, a %s of %d as configured', async (currency, type, value, units) => {
    const program = changed(GIVE_TEN_GET_TEN, {
      referral_reward_referee_type: type,
      referral_reward_referee_value: value,
    });
    const own = await aTenant(app, { currency, program });
    const ownCode = await codeOf(app, await aCustomer(app, own));
    const { body } = await enroll(app, own, { referral_code: ownCode });
    expect(body.discounts).toEqual([{ source: 'referral', type, value }]);
    const rewards = await app.database.sql(
      `select value_units from reward where tenant_id = $1 and role = 'referee'`,
      [own.id],
    );
    expect(rewards).toEqual([{ value_units: units }]);
  });

  it.each([
    ['referral_reward_value', 'referee', 1],
    ['referral_reward_referee_value', 'referrer', 0],
  ])('gives no reward for 0 in %s, but the reward of the %s', async (key, role, discounts) => {
    await app.put('/api/referrals/config', changed(GIVE_TEN_GET_TEN, { [key]: 0 }), tenant.admin);
    const { body } = await enroll(app, tenant, { referral_code: code });
    expect(body.referral.status).toBe('applied');
    expect(body.discounts).toHaveLength(discounts);
    expect((await rows('reward')).map((reward) => reward.role)).toEqual([role]);
  });

  it('keeps its terms: later changes of the config and the promo do not affect it', async () => {
    const { body } = await enroll(app, tenant, { referral_code: code, promo_code: promo.code });
    const path = `/api/referrals/${body.referral.referral_id}`;
    const recorded = {
      detail: (await app.get(path, tenant.admin)).body,
      rewards: await rows('reward'),
      enrollments: await rows('enrollment'),
    };
    const saved = changed(GIVE_TEN_GET_TEN, { referral_enabled: false, referral_reward_value: 50 });
    await app.put('/api/referrals/config', saved, tenant.admin);
    await app.patch(`/api/promos/${promo.id}`, { discount_value: 1 }, tenant.admin);
    expect({
      detail: (await app.get(path, tenant.admin)).body,
      rewards: await rows('reward'),
      enrollments: await rows('enrollment'),
    }).toEqual(recorded);
    await app.put('/api/referrals/config', changed(saved, { referral_enabled: true }), tenant.admin);
    const next = await enroll(app, tenant, { referral_code: code });
    const later = await app.get(`/api/referrals/${next.body.referral.referral_id}`, tenant.admin);
    expect(later.body).toMatchObject({ referrer_reward: { value: 50 } });
    expect((await rows('referral')).map((referral) => referral.terms_version)).toEqual([1, 3]);
  });

  it('accepts what a form sends: empty fields and pasted codes', async () => {
    const blank = {
      tenant_slug: tenant.slug,
      name: 'New Friend',
      phone: '',
      referral_code: '',
      promo_code: ' ',
    };
    const { status, body } = await app.post<EnrollmentAnswer>('/api/enrollments', {
      ...blank,
      email: anEmail(),
    });
    expect([status, body.referral.status, body.promo.status]).toEqual([201, 'none', 'none']);
    const pasted = await enroll(app, tenant, { referral_code: `\t${code}\r\n` });
    expect(pasted.body.referral.status).toBe('applied');
  });
});
