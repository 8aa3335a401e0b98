import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from '../../src/referral/abuse/abuse-rules.dto.js';
import { type Rule, RULES } from '../../src/referral/abuse/abuse-rules.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, anEmail, aReferrer, aTenant, enroll, type TestTenant } from '../support/factories.js';
import { changed, eventsOf } from './expectations.js';
import { dataOf, DAY_MS, referralOf } from './redemption-readings.js';
import { countsOf, enrollFrom, queueOf, saveRules } from './suspects.js';

const HOUR_MS = 60 * 60 * 1000;
type Enrolling = Promise<Reply<EnrollmentAnswer>>;

describe('abuse rules', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: { id: string; code: string };
  let addresses = 0;

  beforeEach(async () => {
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
  });

  const anAddress = (): string => `127.0.${1 + Math.floor(++addresses / 200)}.${1 + (addresses % 200)}`;
  /** Enrolls a person with John's code. */
  const aFriend = (person: Parameters<typeof enrollFrom>[3] = {}, address = anAddress()): Enrolling =>
    enrollFrom(app, tenant, address, { referral_code: john.code, ...person });
  const friends = async (count: number, person = {}, address?: string): Promise<void> => {
    for (let index = 0; index < count; index++) {
      expect((await aFriend(person, address ?? anAddress())).status).toBe(201);
    }
  };

  /** For each rule, enrolls a person who matches it. */
  const SUSPECTS: Record<Rule, () => Enrolling> = {
    same_email: async () => {
      await aCustomer(app, tenant, { email: 'jane@example.com' });
      return aFriend({ email: 'Jane+2@example.com' });
    },
    same_phone: async () => {
      await app.post('/api/customers', { name: 'A', email: anEmail(), phone: '+1 555 0100' }, tenant.admin);
      return aFriend({ phone: '001-555-0100' });
    },
    disposable_domain: () => aFriend({ email: `someone@sub.mailinator.com` }),
    velocity_referrer: async () => {
      await friends(2);
      return aFriend();
    },
    velocity_address: async () => {
      const address = anAddress();
      await friends(2, {}, address);
      return aFriend({}, address);
    },
    same_address: async () => {
      const address = anAddress();
      const { body } = await enrollFrom(app, tenant, address, {});
      const token = app.tokens.issue({
        audience: 'customer',
        subject: body.customer_id,
        tenantId: tenant.id,
      });
      const mine = await app.get<{ referral_code: string }>('/api/referrals/my-code', token);
      return aFriend({ referral_code: mine.body.referral_code }, address);
    },
  };
  const LIMITS = { velocity_referrer_limit: 2, velocity_address_limit: 2 };
  const standing = async (answer: EnrollmentAnswer): Promise<unknown[]> => {
    const { status, referrer_reward, referee_reward } = await referralOf(app, tenant, {
      referralId: answer.referral.referral_id ?? '',
    });
    return [status, referrer_reward?.status, referee_reward?.status];
  };

  it.each(RULES)('%s off: matches nothing', async (rule) => {
    await saveRules(app, tenant, LIMITS);
    const { body } = await SUSPECTS[rule]();
    expect(await standing(body)).toEqual(['qualified', 'available', 'available']);
    expect(await queueOf(app, tenant)).toEqual([]);
    expect(await countsOf(app, tenant)).toEqual([]);
    expect(await app.database.count('review where tenant_id = $1', [tenant.id])).toBe(0);
  });

  it.each(RULES)('%s observe: counts the referrals it would have held, and holds none', async (rule) => {
    await saveRules(app, tenant, { ...LIMITS, [rule]: 'observe' });
    const { body } = await SUSPECTS[rule]();
    expect(await standing(body)).toEqual(['qualified', 'available', 'available']);
    expect(await queueOf(app, tenant)).toEqual([]);
    expect(await countsOf(app, tenant)).toEqual([`${rule}: 1 matched, 0 held`]);
    expect(await eventsOf(app, tenant)).not.toContain('review.opened');
  });

  it.each(RULES)('%s hold: keeps the rewards pending, and opens a review', async (rule) => {
    await saveRules(app, tenant, { ...LIMITS, [rule]: 'hold' });
    const { body } = await SUSPECTS[rule]();
    expect(await standing(body)).toEqual(['pending', 'pending', 'pending']);
    const referral_id = body.referral.referral_id;
    const [review, ...others] = await queueOf(app, tenant);
    expect(others).toEqual([]);
    expect(review).toMatchObject({
      referral_id,
      status: 'open',
      reasons: [rule],
      held_by: [rule],
      referee_customer_id: body.customer_id,
      referee_name: 'New Friend',
      created_at: body.created_at,
      decided_at: null,
      decided_by: null,
      reason: null,
    });
    expect(await countsOf(app, tenant)).toEqual([`${rule}: 1 matched, 1 held`]);
    expect(await dataOf(app, tenant, 'review.opened')).toEqual([
      {
        review_id: review?.id,
        referral_id,
        referrer_customer_id: review?.referrer_customer_id,
        referee_customer_id: body.customer_id,
        reasons: [rule],
        held_by: [rule],
      },
    ]);
    const { timeline } = await referralOf(app, tenant, { referralId: referral_id ?? '' });
    expect(timeline.map(({ event, actor, detail }) => [event, actor, detail])).toEqual([
      ['referral.created', 'public', expect.stringMatching(/^enrolled with code /)],
      ['review.opened', 'system', `held: ${rule}`],
    ]);
  });

  it.each(RULES)('%s hold: gives a held person the same answer as others', async (rule) => {
    await saveRules(app, tenant, LIMITS);
    const free = await SUSPECTS[rule]();
    tenant = await aTenant(app);
    john = await aReferrer(app, tenant);
    await saveRules(app, tenant, { ...LIMITS, [rule]: 'hold' });
    const held = await SUSPECTS[rule]();
    const shown = ({ status, headers, body }: Reply<EnrollmentAnswer>): unknown => [
      status,
      [...headers.keys()],
      changed(body, {
        id: '',
        customer_id: '',
        created_at: '',
        referral: changed(body.referral, { referral_id: '' }),
      }),
    ];
    expect(shown(held)).toEqual(shown(free));
    expect(held.body.referral).toMatchObject({ status: 'applied', reason: null });
    expect(held.body.discounts).toHaveLength(1);
    expect(await queueOf(app, tenant)).toHaveLength(1);
  });

  it('recognizes a Gmail mailbox with any dots, tag and host', async () => {
    await saveRules(app, tenant, { same_email: 'hold' });
    await aCustomer(app, tenant, { email: 'jane.roe@gmail.com' });
    await aFriend({ email: 'JaneRoe+free@googlemail.com' });
    expect(await queueOf(app, tenant)).toHaveLength(1);
  });

  it('stores an address only as a fingerprint', async () => {
    const { body } = await enrollFrom(app, tenant, '127.0.0.77', {});
    const [row] = await app.database.sql<{ address_fingerprint: string }>(
      'select * from enrollment where tenant_id = $1 and id = $2',
      [tenant.id, body.id],
    );
    expect(row?.address_fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain('127.0.0');
  });

  it.each([
    ['velocity_referrer', 24 * HOUR_MS],
    ['velocity_address', HOUR_MS],
  ] as const)('%s counts within its window only', async (rule, window) => {
    const address = anAddress();
    await saveRules(app, tenant, { ...LIMITS, [rule]: 'hold' });
    await friends(1, {}, address);
    app.setClockAhead(window / 2);
    await friends(1, {}, address);
    app.setClockAhead(window - 1000);
    await friends(1, {}, address);
    expect(await queueOf(app, tenant)).toHaveLength(1);
    app.setClockAhead(window * 1.5 + 1000); // only the third is left
    await friends(1, {}, address);
    expect(await queueOf(app, tenant)).toHaveLength(1);
    await friends(1, {}, address);
    expect(await queueOf(app, tenant)).toHaveLength(2);
  });

  it('lists all reasons, and holds by the rules with mode hold', async () => {
    await saveRules(app, tenant, { disposable_domain: 'observe', same_phone: 'hold' });
    await app.post('/api/customers', { name: 'A', email: anEmail(), phone: '555 010 0200' }, tenant.admin);
    await aFriend({ email: 'a@mailinator.com', phone: '5550100200' });
    expect(await queueOf(app, tenant)).toMatchObject([
      { reasons: ['same_phone', 'disposable_domain'], held_by: ['same_phone'] },
    ]);
    expect(await countsOf(app, tenant)).toEqual([
      'same_phone: 1 matched, 1 held',
      'disposable_domain: 1 matched, 0 held',
    ]);
  });

  it('counts the last 30 days', async () => {
    await aFriend({ email: 'a@mailinator.com' });
    expect(await countsOf(app, tenant)).toEqual(['disposable_domain: 1 matched, 0 held']);
    app.setClockAhead(31 * DAY_MS);
    expect(await countsOf(app, tenant)).toEqual([]);
  });

  describe('GET, PUT /api/abuse-rules', () => {
    const get = async (): Promise<AbuseRulesAnswer> =>
      (await app.get<AbuseRulesAnswer>('/api/abuse-rules', tenant.admin)).body;
    const put = async (request: SaveAbuseRulesRequest): Promise<AbuseRulesAnswer> =>
      (await app.put<AbuseRulesAnswer>('/api/abuse-rules', request, tenant.admin)).body;

    it('observe by default, without matches', async () => {
      expect(await get()).toEqual({
        same_email: 'observe',
        same_phone: 'observe',
        disposable_domain: 'observe',
        velocity_referrer: 'observe',
        velocity_referrer_limit: 10,
        velocity_address: 'observe',
        velocity_address_limit: 5,
        same_address: 'observe',
        last_30_days: RULES.map((rule) => ({ rule, matched: 0, held: 0 })),
      });
    });

    it('keep settings that a request leaves out', async () => {
      const first = await put({ same_phone: 'hold', velocity_referrer_limit: 3 });
      expect(first).toMatchObject({ same_phone: 'hold', velocity_referrer_limit: 3, same_email: 'observe' });
      expect(await put({ same_email: 'off' })).toEqual(changed(first, { same_email: 'off' }));
      expect(await get()).toEqual(changed(first, { same_email: 'off' }));
    });

    it('emit an event for each version', async () => {
      await put({ same_phone: 'hold' });
      await put({ velocity_address_limit: 7 });
      expect(await dataOf(app, tenant, 'abuse_rules.updated')).toMatchObject([
        { version: 1, same_phone: 'hold', velocity_address_limit: 5 },
        { version: 2, same_phone: 'hold', velocity_address_limit: 7 },
      ]);
    });

    it('are separate for each tenant', async () => {
      const other = await aTenant(app);
      await saveRules(app, other, { disposable_domain: 'hold' });
      const { code } = await aReferrer(app, other);
      await enroll(app, other, { referral_code: code, email: 'a@mailinator.com' });
      expect(await queueOf(app, other)).toHaveLength(1);
      expect(await get()).toMatchObject({ disposable_domain: 'observe' });
      expect(await countsOf(app, tenant)).toEqual([]);
      expect(await queueOf(app, tenant)).toEqual([]);
    });
  });
});
