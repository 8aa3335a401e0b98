import type { SaveAbuseRulesRequest } from '../../src/referral/abuse/abuse-rules.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import { decide, expectSoundLedger } from '../e2e/decisions.js';
import { creditOf, referralOf } from '../e2e/redemption-readings.js';
import { enrollFrom, queueOf, saveRules } from '../e2e/suspects.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES, type CurrencyCase, JPY, USD } from '../support/currencies.js';
import {
  anEmail,
  aReferrer,
  aTenant,
  atOnce,
  enroll,
  redeem,
  saveProgram,
  statuses,
  type TestTenant,
} from '../support/factories.js';
import { meetingAt, refusalsOf, theCustomer } from './meeting.js';

const CALLERS = 50;

describe('rules against abuse, many callers at once', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  async function begin({ currency }: CurrencyCase): Promise<void> {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant);
  }
  beforeEach(() => begin(USD));
  afterEach(() => expectSoundLedger(app, tenant));

  const count = (from: string): Promise<number> =>
    app.database.count(`${from} and tenant_id = $1`, [tenant.id]);
  const held = (): Promise<number> => count(`referral where status = 'pending'`);

  it.each([
    ['velocity_referrer', (index: number) => `127.0.9.${index + 1}`],
    ['velocity_address', () => '127.0.9.1'],
  ] as const)('%s lets through exactly as many as its limit says', async (rule, address) => {
    await saveRules(app, tenant, { [rule]: 'hold', [`${rule}_limit`]: 7 });
    const codes = [john, await aReferrer(app, tenant), await aReferrer(app, tenant)].map(({ code }) => code);
    const codeOf = (index: number): string =>
      rule === 'velocity_referrer' ? john.code : (codes[index % codes.length] ?? '');
    const replies = await atOnce(CALLERS, (index) =>
      enrollFrom(app, tenant, address(index), { referral_code: codeOf(index) }),
    );
    expect(statuses(replies)).toEqual({ 201: CALLERS });
    expect(await count(`referral where status = 'qualified'`)).toBe(7);
    expect(await held()).toBe(CALLERS - 7);
  });

  const TWINS: [keyof SaveAbuseRulesRequest, (index: number) => { email: string; phone?: string }][] = [
    ['same_email', (index) => ({ email: `jane+${index}@example.com` })],
    [
      'same_phone',
      (index) => ({ email: anEmail(), phone: `+1 (555) ${'0100'.split('').join('-'.repeat(index % 3))}` }),
    ],
  ];

  it.each(TWINS)('%s lets one through of fifty who have it in common', async (rule, person) => {
    await saveRules(app, tenant, { [rule]: 'hold' });
    const replies = await atOnce(CALLERS, (index) =>
      enrollFrom(app, tenant, '127.0.0.1', { referral_code: john.code, ...person(index) }),
    );
    expect(statuses(replies)).toEqual({ 201: CALLERS });
    expect(await count(`referral where status = 'qualified'`)).toBe(1);
    expect(await held()).toBe(CALLERS - 1);
  });

  it('brings newcomers to an end who share a mailbox with one, a number with another and all of the rest', async () => {
    await saveRules(app, tenant, {
      same_email: 'hold',
      same_phone: 'observe',
      velocity_referrer: 'observe',
      velocity_address: 'observe',
    });
    const jim = await aReferrer(app, tenant);
    const replies = await atOnce(CALLERS, (index) =>
      enrollFrom(app, tenant, `127.0.0.${1 + (index % 3)}`, {
        email: `twin${index % 5}+${index}@example.com`,
        phone: `555 0100 ${100 + (index % 7)}`,
        referral_code: (index % 2 === 0 ? john : jim).code,
      }),
    );
    expect(statuses(replies)).toEqual({ 201: CALLERS });
    expect(await count(`referral where status = 'qualified'`)).toBe(5);
  });

  describe('a held referral', () => {
    const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;

    async function hold(
      program: object = {},
    ): Promise<{ review: string; referralId: string; customer: string }> {
      await saveProgram(app, tenant, { ...CREDIT, ...program });
      await saveRules(app, tenant, { disposable_domain: 'hold' });
      const { body } = await enroll(app, tenant, { email: 'a@mailinator.com', referral_code: john.code });
      const [review] = await queueOf(app, tenant);
      return {
        review: review?.id ?? '',
        referralId: body.referral.referral_id ?? '',
        customer: body.customer_id,
      };
    }
    const deciding = (review: string, verb: string): Promise<Reply<ReviewAnswer>> =>
      decide<ReviewAnswer>(app, tenant, `reviews/${review}/${verb}`);
    const balance = async (): Promise<number> => (await creditOf(app, tenant, john.id)).balance_cents;

    it('is decided once, by whichever of fifty approvals and rejections comes first', async () => {
      await begin(JPY);
      const { review, referralId, customer } = await hold();
      const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
        atOnce(CALLERS, (index) => deciding(review, index % 2 === 0 ? 'approve' : 'reject')),
      );
      expect(statuses(replies)).toEqual({ 200: 1, 409: CALLERS - 1 });
      expect(refusalsOf(replies)).toEqual(['review_decided']);
      const approved = replies.find(({ status }) => status === 200)?.body.status === 'approved';
      expect((await referralOf(app, tenant, { referralId })).status).toBe(
        approved ? 'qualified' : 'rejected',
      );
      expect(await balance()).toBe(approved ? JPY.cents(20) : 0);
      expect(await count(`outbox_event where type in ('review.approved', 'review.rejected')`)).toBe(1);
      expect(await count(`outbox_event where type in ('referral.qualified', 'referral.rejected')`)).toBe(1);
    });

    it('and its review never say two things, when the referral is decided beside it', async () => {
      for (let round = 0; round < 3; round++) {
        await begin(USD);
        const { review, referralId, customer } = await hold();
        const paths = ['approve', 'void'].map((verb) => `referrals/${referralId}/${verb}`);
        const all = [...paths, `reviews/${review}/approve`, `reviews/${review}/reject`];
        const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
          atOnce<Reply>(20, (index) => decide(app, tenant, all[(index + round) % 4] ?? '')),
        );
        expect(statuses(replies)[500]).toBeUndefined();
        const [closed] = await queueOf(app, tenant);
        const { status, timeline } = await referralOf(app, tenant, { referralId });
        expect(closed?.status).toBe(status === 'rejected' ? 'rejected' : 'approved');
        expect(['qualified', 'rejected', 'reversed']).toContain(status);
        expect(timeline.filter(({ event }) => /^review\.(approved|rejected)$/.test(event))).toHaveLength(1);
      }
    });

    it.each(CURRENCIES)(
      'qualifies by its first invoice whether that comes before the approval or after it: in $currency',
      async (one) => {
        await begin(one);
        const { review, customer } = await hold({ referral_qualify_on: 'first_invoice' });
        const replies = await meetingAt(app, theCustomer(tenant, customer), () =>
          atOnce<Reply>(20, (index) =>
            index % 2 === 0
              ? deciding(review, 'approve')
              : redeem(app, tenant, customer, { invoice_id: 'INV-1' }),
          ),
        );
        expect(statuses(replies)).toEqual({ 200: 10, 201: 1, 409: 9 });
        expect(await balance()).toBe(one.cents(20));
        expect(await count(`outbox_event where type = 'referral.qualified'`)).toBe(1);
      },
    );
  });
});
