import type { ConfigAnswer } from '../../src/config/config.dto.js';
import type { EnrollmentAnswer, QuoteAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { ReferralDetailAnswer } from '../../src/referral/referral.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import {
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  GIVE_TEN_GET_TEN,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { changed, expectInvalid, inVain, platformToken, without } from './expectations.js';

const PATH = '/api/referrals/config';

/** What a program says that never said anything beside the guide's five keys. */
const DEFAULTS = {
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
} as const;

/** Another value for each. */
const OTHERS = {
  referral_qualify_on: 'manual',
  referral_min_invoice_cents: 2000,
  referral_on_refund: 'keep',
  referral_hold_days: 14,
  referral_reward_expires_days: 365,
  referral_max_rewards_per_referrer: 12,
  referral_max_rewards_period: 'year',
  referral_budget_cents: 250_000,
  referral_keep_attribution: true,
  referrer_name_display: 'first_initial',
} as const;

/** The guide's five keys, and these. */
const program = (more: object): object => changed(GIVE_TEN_GET_TEN, more);

const SETTINGS = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];

const app = useTestApp();
let tenant: TestTenant;

describe("a program's settings", () => {
  beforeEach(async () => (tenant = await aTenant(app)));

  const put = (settings: object): Promise<Reply<ConfigAnswer>> =>
    app.put<ConfigAnswer>(PATH, program(settings), tenant.admin);
  const config = async (): Promise<Partial<ConfigAnswer>> =>
    without((await app.get<ConfigAnswer>(PATH, tenant.admin)).body, 'usage');

  describe('on the wire', () => {
    it('are all answered for a tenant that never saved a program', async () => {
      const { body } = await app.post<TenantAnswer>(
        '/api/tenants',
        { slug: 'never-saved', name: 'Never Saved' },
        platformToken(app),
      );
      const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: body.id });
      const expected = program({ ...DEFAULTS, referral_enabled: false });
      expect((await app.get(PATH, admin)).body).toEqual(expected);
    });

    it("stay out of the way of the guide's five keys", async () => {
      const { status, body } = await put({});
      expect([status, without(body, 'exposure')]).toEqual([200, program(DEFAULTS)]);
      expect(await config()).toEqual(without(body, 'exposure'));
    });

    it('are kept as given, and answered by PUT and GET alike', async () => {
      const { status, body } = await put(OTHERS);
      expect([status, body]).toEqual([200, program(OTHERS)]);
      expect(await config()).toEqual(body);
    });

    it.each(SETTINGS)('change one at a time: %s, and what is absent stays what it was', async (key) => {
      await put({ [key]: OTHERS[key] });
      expect(await config()).toEqual(program({ ...DEFAULTS, [key]: OTHERS[key] }));
      await put({});
      expect(await config()).toEqual(program({ ...DEFAULTS, [key]: OTHERS[key] }));
      await put(OTHERS);
      await put({ [key]: DEFAULTS[key] });
      expect(await config()).toEqual(program({ ...OTHERS, [key]: DEFAULTS[key] }));
    });

    it('lose no change when each is saved by a caller of its own at once', async () => {
      const replies = await atOnce(SETTINGS.length, (index) => {
        const key = SETTINGS[index] ?? 'referral_hold_days';
        return put({ [key]: OTHERS[key] });
      });
      expect(statuses(replies)).toEqual({ 200: SETTINGS.length });
      expect(await config()).toEqual(program(OTHERS));
    });

    it('are part of the numbered version that a save makes, and of no earlier one', async () => {
      await put({ referral_hold_days: 7 });
      await put({ referral_hold_days: 8, referral_reward_expires_days: 30 });
      await put({ referral_reward_expires_days: null });
      const versions = await app.database.sql(
        `select version, hold_days, reward_expires_days, created_by from program_terms
          where tenant_id = $1 order by version`,
        [tenant.id],
      );
      const created_by = 'admin:usr_test';
      expect(versions).toEqual([
        { version: 1, hold_days: 0, reward_expires_days: null, created_by },
        { version: 2, hold_days: 7, reward_expires_days: null, created_by },
        { version: 3, hold_days: 8, reward_expires_days: 30, created_by },
        { version: 4, hold_days: 8, reward_expires_days: null, created_by },
      ]);
    });

    it.each<[keyof typeof DEFAULTS, unknown[]]>([
      ['referral_qualify_on', ['enrollment', 'first_invoice', 'manual']],
      ['referral_hold_days', [0, 90]],
      ['referral_reward_expires_days', [1, 3650, null]],
      ['referral_max_rewards_per_referrer', [1, 1_000_000, null]],
      ['referral_max_rewards_period', ['month', 'year', 'ever']],
      ['referral_budget_cents', [0, 1_000_000_000_000, null]],
      ['referral_keep_attribution', [true, false]],
      ['referrer_name_display', ['full', 'first_initial', 'first', 'hidden']],
    ])('take for %s each of %j', async (key, values) => {
      for (const value of values) {
        expect([value, (await put({ [key]: value })).status]).toEqual([value, 200]);
        expect((await config())[key]).toEqual(value);
      }
    });

    it.each<[keyof typeof DEFAULTS, unknown[]]>([
      ['referral_qualify_on', ['payment', '', 1, null]],
      ['referral_hold_days', [-1, 91, 1.5, '7', null]],
      ['referral_reward_expires_days', [0, -1, 3651, 1.5, '30', false]],
      ['referral_max_rewards_per_referrer', [0, -1, 1_000_001, 2.5, '12']],
      ['referral_max_rewards_period', ['day', 'Month', null]],
      ['referral_budget_cents', [-1, 1_000_000_000_001, 0.5, '100']],
      ['referral_keep_attribution', ['true', 1, null]],
      ['referrer_name_display', ['initials', true, null]],
    ])('refuse for %s each of %j, and save nothing', async (key, values) => {
      for (const value of values) {
        expectInvalid(await inVain(app, () => put({ [key]: value })), key);
      }
    });
  });

  describe('referrer_name_display', () => {
    it.each([
      ['full', 'John Quincy Doe', 'John Quincy Doe'],
      ['first_initial', 'John Quincy Doe', 'John D.'],
      ['first', 'John Quincy Doe', 'John'],
      ['hidden', 'John Quincy Doe', null],
      ['full', 'Zoë', 'Zoë'],
      ['first_initial', 'Zoë', 'Zoë'],
      ['first', 'Zoë', 'Zoë'],
    ] as const)('%s shows the public of %s: %s', async (referrer_name_display, name, shown) => {
      const { code: referral_code } = await aReferrer(app, tenant, { name });
      await saveProgram(app, tenant, { referrer_name_display });
      const request = { referral_code, tenant_slug: tenant.slug };
      expect((await app.post('/api/referrals/validate', request)).body).toEqual({
        valid: true,
        referrer_name: shown,
        referee_reward_type: 'discount_percent',
        referee_reward_value: 10,
      });
    });

    it('is that of the day, not of the day a code was made', async () => {
      const { code: referral_code } = await aReferrer(app, tenant, { name: 'John Doe' });
      await saveProgram(app, tenant, { referrer_name_display: 'hidden' });
      await enroll(app, tenant, { referral_code });
      await saveProgram(app, tenant, { referrer_name_display: 'first' });
      const { body } = await app.post('/api/referrals/validate', { referral_code, tenant_slug: tenant.slug });
      expect(body).toMatchObject({ referrer_name: 'John' });
    });
  });
});

describe.each(CURRENCIES)('referral_keep_attribution, in $currency', ({ currency, cents }) => {
  beforeEach(async () => (tenant = await aTenant(app, { currency })));

  const EXCLUDING = { discount_type: 'discount_percent', discount_value: 20 } as const;
  const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 25 } as const;

  /** Enrolls with both codes, and finds what the quote said, up to the first invoice. */
  async function enrollAsQuoted(combinable_with_referral: boolean): Promise<EnrollmentAnswer> {
    const { code: referral_code } = await aReferrer(app, tenant, { id: 'cus_john' });
    const { code: promo_code } = await aPromo(app, tenant, { ...EXCLUDING, combinable_with_referral });
    const codes = { referral_code, promo_code };
    const quote = await app.post<QuoteAnswer>('/api/enrollments/quote', {
      tenant_slug: tenant.slug,
      ...codes,
      amount_cents: 10_000,
    });
    const enrolled = await aReferee(app, tenant, codes);
    const { subtotal_cents, lines, total_cents, alternatives, ...outcome } = quote.body;
    const { referral, promo, discounts } = enrolled;
    expect(outcome).toEqual({ referral: changed(referral, { referral_id: null }), promo, discounts });
    const invoice = await redeem(app, tenant, enrolled.customer_id);
    expect([invoice.body.subtotal_cents, invoice.body.total_cents]).toEqual([subtotal_cents, total_cents]);
    expect(lines).toHaveLength(invoice.body.lines.length);
    expect(alternatives).toEqual(
      combinable_with_referral ? [] : [{ combination: ['referral'], total_cents: 9000 }],
    );
    return enrolled;
  }
  const referralOf = async ({ referral }: EnrollmentAnswer): Promise<ReferralDetailAnswer> =>
    (await app.get<ReferralDetailAnswer>(`/api/referrals/${referral.referral_id ?? ''}`, tenant.admin)).body;

  it('records the referral beside an excluding promo, and rewards the referrer only', async () => {
    await saveProgram(app, tenant, { ...CREDIT, referral_keep_attribution: true });
    const enrolled = await enrollAsQuoted(false);
    expect(enrolled).toMatchObject({
      referral: { status: 'applied', reason: 'promo_not_combinable' },
      promo: { status: 'applied', reason: null },
      discounts: [{ source: 'promo', value: 20 }],
    });
    expect(enrolled.discounts).toHaveLength(1);
    expect(await referralOf(enrolled)).toMatchObject({
      referrer_customer_id: 'cus_john',
      referee_customer_id: enrolled.customer_id,
      status: 'applied',
      rewards_applied: true,
      referrer_reward: { type: 'credit', value: 25, status: 'applied' },
      referee_reward: null,
    });
    const { body } = await app.get<{ balance_cents: number }>('/api/customers/cus_john/credit', tenant.admin);
    expect(body.balance_cents).toBe(cents(25));
  });

  it('changes nothing beside a promo that is combinable', async () => {
    await saveProgram(app, tenant, { ...CREDIT, referral_keep_attribution: true });
    const enrolled = await enrollAsQuoted(true);
    expect(enrolled).toMatchObject({
      referral: { status: 'applied', reason: null },
      discounts: [{ source: 'promo' }, { source: 'referral' }],
    });
    expect(await referralOf(enrolled)).toMatchObject({
      referrer_reward: { type: 'credit' },
      referee_reward: { type: 'discount_percent' },
    });
  });

  it("is the guide's rule when it is off: the referral is dropped, and nobody is rewarded", async () => {
    await saveProgram(app, tenant, CREDIT);
    const enrolled = await enrollAsQuoted(false);
    expect(enrolled.referral).toEqual({
      status: 'dropped',
      reason: 'promo_not_combinable',
      referral_id: null,
    });
    expect(await app.database.count('referral where tenant_id = $1', [tenant.id])).toBe(0);
    expect(await app.database.count('reward where tenant_id = $1', [tenant.id])).toBe(0);
  });
});
