import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { CreatePromoRequest } from '../../src/promo/promo.dto.js';
import { useTestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aPromo,
  aTenant,
  codeOf,
  enroll,
  GIVE_TEN_GET_TEN,
  type TestTenant,
} from '../support/factories.js';
import { changed } from './expectations.js';

const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2120-01-01T00:00:00Z';

type Outcome = [status: string, reason: string | null];

/** The outcome for each kind of promo code. */
const PROMOS: Record<
  string,
  { outcome: Outcome; promo?: Partial<CreatePromoRequest>; usedUp?: true; typed?: string }
> = {
  'no promo': { outcome: ['none', null] },
  'a combinable promo': { outcome: ['applied', null], promo: { combinable_with_referral: true } },
  'a promo that is not combinable': { outcome: ['applied', null], promo: {} },
  'an unknown promo': { outcome: ['invalid', 'invalid_code'], typed: 'NOTHING' },
  'a promo code of invalid format': { outcome: ['invalid', 'invalid_code'], typed: "' or 1=1 --" },
  'an inactive promo': { outcome: ['invalid', 'invalid_code'], promo: { active: false } },
  'a promo that has not started': { outcome: ['invalid', 'invalid_code'], promo: { starts_at: FUTURE } },
  'an expired promo': { outcome: ['invalid', 'promo_expired'], promo: { ends_at: PAST } },
  'a used-up promo': { outcome: ['invalid', 'promo_used_up'], promo: { max_redemptions: 1 }, usedUp: true },
};

/** The outcome for each kind of referral code when no promo drops it. */
const REFERRALS: Record<string, Outcome> = {
  'no referral code': ['none', null],
  'a valid referral code': ['applied', null],
  'an unknown referral code': ['invalid', 'invalid_code'],
  "an inactive customer's code": ['invalid', 'invalid_code'],
  "another tenant's code": ['invalid', 'invalid_code'],
  "the person's own code": ['invalid', 'self_referral'],
};

/** Returns the reason in a public answer. The exact reason is stored. */
const inPublic = (reason: string | null): string | null =>
  reason === 'self_referral' ? 'not_eligible' : reason;

/** The guide's rule: a promo that applies and is not combinable drops a referral code that would apply. */
const referralOutcome = (alone: Outcome, promo: string): Outcome =>
  alone[0] === 'applied' && promo === 'a promo that is not combinable'
    ? ['dropped', 'promo_not_combinable']
    : alone;

const EVERY_PAIR = Object.keys(REFERRALS).flatMap((referral) =>
  Object.keys(PROMOS).map((promo): [string, string] => [referral, promo]),
);

describe('/api/enrollments with codes', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  const typedCodes = new Map<string, string>();

  beforeAll(async () => {
    tenant = await aTenant(app);
    const inactive = await aCustomer(app, tenant);
    typedCodes.set('a valid referral code', await codeOf(app, await aCustomer(app, tenant)));
    typedCodes.set('an unknown referral code', 'ABCDEFGH');
    typedCodes.set("an inactive customer's code", await codeOf(app, inactive));
    typedCodes.set("another tenant's code", await codeOf(app, await aCustomer(app, await aTenant(app))));
    const self = await aCustomer(app, tenant, { email: 'me@example.com' });
    typedCodes.set("the person's own code", await codeOf(app, self));
    await app.patch(`/api/customers/${inactive.id}`, { status: 'inactive' }, tenant.admin);
    for (const [kind, { promo, usedUp, typed }] of Object.entries(PROMOS)) {
      if (typed !== undefined) typedCodes.set(kind, typed);
      if (promo === undefined) continue;
      const { code } = await aPromo(app, tenant, promo);
      if (usedUp) await enroll(app, tenant, { promo_code: code });
      typedCodes.set(kind, code);
    }
  });

  let tag = 0;
  const enrollWith = async (referral: string, promo: string): Promise<EnrollmentAnswer> => {
    const [referral_code, promo_code] = [typedCodes.get(referral), typedCodes.get(promo)];
    const { status, body } = await enroll(app, tenant, {
      email: referral === "the person's own code" ? `me+${++tag}@example.com` : anEmail(),
      ...(referral_code === undefined ? {} : { referral_code }),
      ...(promo_code === undefined ? {} : { promo_code }),
    });
    expect(status).toBe(201);
    return body;
  };

  const counted = async (): Promise<{ uses: number; referrals: number }> => {
    const [counts] = await app.database.sql<{ uses: number; referrals: number }>(
      `select (select sum(redemption_count)::int from promo where tenant_id = $1) as uses,
              (select count(*)::int from referral where tenant_id = $1) as referrals`,
      [tenant.id],
    );
    return counts ?? { uses: 0, referrals: 0 };
  };

  it.each(EVERY_PAIR)('%s and %s: each code has its own outcome', async (referral, promo) => {
    const before = await counted();
    const body = await enrollWith(referral, promo);
    const [referralStatus, referralReason] = referralOutcome(REFERRALS[referral] ?? ['', ''], promo);
    const [promoStatus, promoReason] = PROMOS[promo]?.outcome ?? ['', ''];
    const [referred, discounted] = [referralStatus === 'applied', promoStatus === 'applied'];
    expect(body.referral).toMatchObject({ status: referralStatus, reason: inPublic(referralReason) });
    expect(body.promo).toMatchObject({ status: promoStatus, reason: promoReason });
    expect([body.referral.referral_id !== null, body.promo.promo_id !== null]).toEqual([
      referred,
      discounted,
    ]);
    expect(body.discounts).toEqual(
      [
        { source: 'promo', type: 'discount_percent', value: 20 },
        { source: 'referral', type: 'discount_percent', value: 10 },
      ].filter(({ source }) => (source === 'promo' ? discounted : referred)),
    );
    expect(await counted()).toEqual({
      uses: before.uses + Number(discounted),
      referrals: before.referrals + Number(referred),
    });
    const [row] = await app.database.sql('select * from enrollment where id = $1', [body.id]);
    expect(row).toMatchObject({
      referral_status: referralStatus,
      referral_reason: referralReason,
      referral_id: body.referral.referral_id,
      promo_status: promoStatus,
      promo_reason: promoReason,
      promo_id: body.promo.promo_id,
    });
  });

  it('answers invalid_code while the program is off, and enrolls nevertheless', async () => {
    const own = await aTenant(app);
    const code = await codeOf(app, await aCustomer(app, own));
    await app.put('/api/referrals/config', changed(GIVE_TEN_GET_TEN, { referral_enabled: false }), own.admin);
    expect(await enroll(app, own, { referral_code: code })).toMatchObject({
      status: 201,
      body: { referral: { status: 'invalid', reason: 'invalid_code', referral_id: null }, discounts: [] },
    });
  });

  it.each([
    ['john@example.com', 'john+friend@example.com', true],
    ['john+a@example.com', 'john+b@example.com', true],
    ['john@example.com', 'JOHN+x@EXAMPLE.com', true],
    ['john.doe@gmail.com', 'johndoe@gmail.com', true],
    ['johndoe@gmail.com', 'j.o.h.n.d.o.e+promo@googlemail.com', true],
    ['john.doe@example.com', 'johndoe@example.com', false],
    ['john@example.com', 'john@example.org', false],
    ['john@example.com', 'jane+john@example.com', false],
  ])('treats the code of %s as the own code of %s: %s', async (referrer, referee, own) => {
    const home = await aTenant(app);
    const code = await codeOf(app, await aCustomer(app, home, { email: referrer }));
    const { status, body } = await enroll(app, home, { email: referee, referral_code: code });
    expect(status).toBe(201);
    expect(body.referral).toMatchObject(
      own
        ? { status: 'invalid', reason: 'not_eligible', referral_id: null }
        : { status: 'applied', reason: null },
    );
    expect(await app.database.count('referral where tenant_id = $1', [home.id])).toBe(own ? 0 : 1);
  });
});
