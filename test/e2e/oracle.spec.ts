import { randomInt } from 'node:crypto';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import { TestApp, useTestApp } from '../support/app.js';
import { aCustomer, aPromo, aReferrer, aTenant, saveProgram } from '../support/factories.js';
import { platformToken } from './expectations.js';

/** Calls of each case in a round. */
const CALLS = 500;
/** Medians of two cases may lie this far apart, or by this share of the quicker one on a machine that is busy. */
const TOLERANCE_MS = 2;
const TOLERANCE_RATIO = 1.25;
/** Noise can make equal things look unequal, and not unequal things equal three times: one round that holds is enough. */
const ROUNDS = 3;

type Case = [path: string, body: object];
type Medians = Record<string, number>;

const medianOf = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}

/**
 * The cases take turns, each time in another order: whatever slows the machine down slows all of them, and none always
 * comes after the same other.
 */
async function measured(app: TestApp, cases: Record<string, () => Case>): Promise<Medians> {
  const times = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
  const names = Object.keys(cases);
  for (let turn = 0; turn < CALLS; turn++) {
    for (const name of shuffled(names)) {
      const [path, body] = cases[name]?.() ?? ['', {}];
      const started = performance.now();
      await app.post(path, body);
      times.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, medianOf(values)]));
}

function areAlike(medians: Medians): boolean {
  const [low, high] = [Math.min(...Object.values(medians)), Math.max(...Object.values(medians))];
  return high - low <= TOLERANCE_MS && high / low <= TOLERANCE_RATIO;
}

async function expectAlike(app: TestApp, cases: Record<string, () => Case>): Promise<void> {
  const rounds: Medians[] = [];
  while (rounds.length < ROUNDS && !rounds.some(areAlike)) rounds.push(await measured(app, cases));
  expect({ rounds, alike: rounds.some(areAlike) }).toEqual({ rounds, alike: true });
}

/** Headers that differ in any two answers. */
const OF_THE_MOMENT = ['date', 'x-request-id'];

describe('a stranger who checks codes', () => {
  const app = useTestApp();
  let referrals: Record<string, () => Case>;
  let promos: Record<string, () => Case>;

  beforeAll(async () => {
    const [tenant, disabled, suspended] = [await aTenant(app), await aTenant(app), await aTenant(app)];
    const referrer = await aReferrer(app, tenant);
    const inactive = await aReferrer(app, tenant);
    const inDisabled = await aReferrer(app, disabled);
    const inSuspended = await aReferrer(app, suspended);
    for (let other = 0; other < 20; other++) await aCustomer(app, tenant);
    await aPromo(app, tenant, { code: 'OFF', active: false });
    await aPromo(app, tenant, { code: 'OVER', ends_at: '2020-01-01T00:00:00Z' });
    await aPromo(app, suspended, { code: 'THERE' });
    await saveProgram(app, disabled, { referral_enabled: false });
    await app.patch(`/api/customers/${inactive.id}`, { status: 'inactive' }, tenant.admin);
    await app.patch(`/api/tenants/${suspended.id}`, { status: 'suspended' }, platformToken(app));
    await app.database.sql('vacuum analyze');
    const referral = (slug: string, code: string) => (): Case => [
      '/api/referrals/validate',
      { tenant_slug: slug, referral_code: code },
    ];
    const promo = (slug: string, code: string) => (): Case => [
      '/api/promos/validate',
      { tenant_slug: slug, promo_code: code },
    ];
    referrals = {
      'unknown tenant': referral('no-such-tenant', referrer.code),
      'suspended tenant': referral(suspended.slug, inSuspended.code),
      'disabled program': referral(disabled.slug, inDisabled.code),
      'unknown code': referral(tenant.slug, 'ABCDEFGH'),
      'no code at all': referral(tenant.slug, '???'),
      'inactive customer': referral(tenant.slug, inactive.code),
    };
    promos = {
      'unknown tenant': promo('no-such-tenant', 'OFF'),
      'suspended tenant': promo(suspended.slug, 'THERE'),
      'unknown code': promo(tenant.slug, 'NOTHING'),
      'no code at all': promo(tenant.slug, '???'),
      'switched off': promo(tenant.slug, 'OFF'),
      over: promo(tenant.slug, 'OVER'),
    };
  });

  const all = (): [string, () => Case][] => [...Object.entries(referrals), ...Object.entries(promos)];

  it('is answered alike by status, body and header, whatever the reason', async () => {
    for (const [name, call] of all()) {
      const { status, headers, body } = await app.post(...call());
      const visible = [...headers].filter(([header]) => !OF_THE_MOMENT.includes(header));
      expect({ name, status, body, visible }).toEqual({
        name,
        status: 200,
        body: { valid: false, reason: 'invalid_code' },
        visible: [
          ['cache-control', 'no-store'],
          ['connection', 'keep-alive'],
          ['content-length', '39'],
          ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
          ['content-type', 'application/json; charset=utf-8'],
          ['cross-origin-resource-policy', 'same-origin'],
          ['keep-alive', 'timeout=72'],
          ['referrer-policy', 'no-referrer'],
          ['x-content-type-options', 'nosniff'],
          ['x-frame-options', 'DENY'],
        ],
      });
    }
  });

  it('takes as long to answer about a referral code, whatever the reason', async () => {
    await expectAlike(app, referrals);
  }, 120_000);

  it('takes as long to answer about a promo code, whatever the reason', async () => {
    await expectAlike(app, promos);
  }, 120_000);
});

describe('a stranger who enrolls with the code of somebody whose name is', () => {
  const app = useTestApp();

  const MASKED = { id: '', customer_id: '', created_at: '' };

  it.each(['hidden', 'full'] as const)(
    '%s: learns neither whose it is nor who was a customer, by no address and no number',
    async (shown) => {
      const tenant = await aTenant(app);
      await saveProgram(app, tenant, { referrer_name_display: shown });
      const { code } = await aReferrer(app, tenant, {
        email: 'hidden.person@gmail.com',
        phone: '+1 555 0101',
      });
      const gone = await aCustomer(app, tenant, { email: 'gone.person@gmail.com', phone: '+1 555 0102' });
      await app.delete(`/api/customers/${gone.id}`, tenant.admin);
      const alone = await aPromo(app, tenant, { combinable_with_referral: false });
      const beside = await aPromo(app, tenant, { combinable_with_referral: true });
      let tag = 0;
      const people: Record<string, () => object> = {
        "the code's owner, by address": () => ({ email: `hiddenperson+${++tag}@googlemail.com` }),
        'somebody erased, by address': () => ({ email: `goneperson+${++tag}@googlemail.com` }),
        'somebody erased, by number': () => ({
          email: `someperson+${++tag}@googlemail.com`,
          phone: '+15550102',
        }),
      };
      for (const promo_code of [undefined, alone.code, beside.code, 'NOTHING']) {
        const answers = new Set<string>();
        for (const person of Object.values(people)) {
          const body = {
            tenant_slug: tenant.slug,
            name: 'A Stranger',
            referral_code: code,
            promo_code,
            phone: '+1 555 0103',
            ...person(),
          };
          const headers = { 'idempotency-key': `${promo_code} ${++tag}` };
          const first = await app.call<EnrollmentAnswer>('POST', '/api/enrollments', { body, headers });
          const again = await app.call<EnrollmentAnswer>('POST', '/api/enrollments', { body, headers });
          expect(again.body).toEqual(first.body);
          expect(first.body.referral).toEqual({
            status: 'invalid',
            reason: 'not_eligible',
            referral_id: null,
          });
          const visible = [first, again].map((reply) => [
            reply.status,
            [...reply.headers].filter(([header]) => !OF_THE_MOMENT.includes(header)),
            Object.assign({}, reply.body, MASKED),
          ]);
          answers.add(JSON.stringify(visible));
        }
        expect([...answers]).toHaveLength(1);
      }
    },
  );
});

describe('a stranger who checks codes where public requests are limited', () => {
  it('learns nothing from the limits either: each first caller stands alike', async () => {
    const app = await TestApp.start({ publicLimit: 120, trustProxy: ['127.0.0.1'] });
    const tenant = await aTenant(app);
    for (let busy = 0; busy < 30; busy++) await check(tenant.slug, `192.0.2.${busy}`);
    const [unknown, known] = [
      await check('no-such-tenant', '203.0.113.1'),
      await check(tenant.slug, '203.0.113.2'),
    ];
    const fields = ({ headers }: typeof known): [string, string][] =>
      [...headers]
        .filter(([name]) => !OF_THE_MOMENT.includes(name))
        .map(([name, value]) => [name, value.replace(/t=\d+/, 't=')]);
    expect(fields(known)).toEqual(fields(unknown));
    expect(known.headers.get('ratelimit')).toMatch(/^"address";r=119;t=\d+$/);
    await app.stop();

    function check(slug: string, address: string): ReturnType<TestApp['call']> {
      return app.call('POST', '/api/promos/validate', {
        body: { promo_code: 'NOTHING', tenant_slug: slug },
        headers: { 'x-forwarded-for': address },
      });
    }
  });
});
