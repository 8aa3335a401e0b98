import type { SaveConfigRequest } from '../../src/config/config.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES, type CurrencyCase, USD } from '../support/currencies.js';
import {
  aReferrer,
  aTenant,
  enroll,
  grantCredit,
  redeem,
  saveProgram,
  type TestTenant,
} from '../support/factories.js';
import { decide, expectSoundLedger, expectTooLate, linesOf, REASON } from './decisions.js';
import { changed, eventsOf, expectProblem, inVain, pagesOf } from './expectations.js';
import { creditOf, DAY_MS, referralOf, reverse } from './redemption-readings.js';
import { queueOf, saveRules } from './suspects.js';

const CREDIT = { referral_reward_type: 'credit', referral_reward_value: 20 } as const;
let serial = 0;

describe('reviews', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let john: Awaited<ReturnType<typeof aReferrer>>;

  /** Creates John's tenant, which holds everybody who has a disposable mailbox. */
  async function begin({ currency }: CurrencyCase): Promise<void> {
    tenant = await aTenant(app, { currency });
    john = await aReferrer(app, tenant, { name: 'John Doe' });
    await saveRules(app, tenant, { disposable_domain: 'hold' });
  }
  beforeEach(() => begin(USD));
  afterEach(() => expectSoundLedger(app, tenant));

  interface Held {
    readonly review: ReviewAnswer;
    readonly referralId: string;
    readonly customerId: string;
  }
  /** Saves a program, and enrolls Jane so that a rule holds her referral. */
  async function hold(program: Partial<SaveConfigRequest> = {}): Promise<Held> {
    await saveProgram(app, tenant, { ...CREDIT, ...program });
    const email = `jane${++serial}@mailinator.com`;
    const { body } = await enroll(app, tenant, { name: 'Jane Smith', email, referral_code: john.code });
    const [review] = await queueOf(app, tenant);
    if (review?.referral_id !== body.referral.referral_id) throw new Error('Not held.');
    return { review, referralId: review.referral_id, customerId: body.customer_id };
  }
  const approve = ({ review }: Held): Promise<Reply<ReviewAnswer>> =>
    decide<ReviewAnswer>(app, tenant, `reviews/${review.id}/approve`);
  const reject = ({ review }: Held): Promise<Reply<ReviewAnswer>> =>
    decide<ReviewAnswer>(app, tenant, `reviews/${review.id}/reject`);
  const standing = async (held: Held): Promise<unknown[]> => {
    const { status, referrer_reward, referee_reward } = await referralOf(app, tenant, held);
    return [status, referrer_reward?.status, referee_reward?.status];
  };
  const expectDecided = async (held: Held): Promise<void> => {
    for (const again of [approve, reject]) {
      expectProblem(await inVain(app, () => again(held)), 409, 'review_decided');
    }
  };
  const reviewOf = async ({ review }: Held): Promise<ReviewAnswer | undefined> =>
    (await queueOf(app, tenant)).find(({ id }) => id === review.id);

  describe.each(CURRENCIES)('POST /api/reviews/:id/approve, in $currency', (one) => {
    const { cents, shown } = one;
    beforeEach(() => begin(one));

    it('qualifies a referral that needed only the enrollment, once', async () => {
      const held = await hold();
      const { status, body } = await approve(held);
      expect(status).toBe(200);
      expect(body).toEqual(
        changed(held.review, {
          status: 'approved',
          decided_at: expect.any(String) as string,
          decided_by: 'admin:usr_test',
          reason: REASON,
        }),
      );
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
      expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(cents(20));
      expect(linesOf(await referralOf(app, tenant, held)).slice(1)).toEqual([
        'review.opened by system: held: disposable_domain',
        `review.approved by admin:usr_test: ${REASON}`,
        'referral.qualified by admin:usr_test: qualified by enrollment',
        "reward.available by system: referee's 10 % can be used",
        `reward.applied by system: referrer's ${shown(20)} credit put on the account`,
      ]);
      await expectDecided(held);
    });

    it('leaves a referral that needs a first invoice waiting for it', async () => {
      const held = await hold({ referral_qualify_on: 'first_invoice' });
      await approve(held);
      expect(await standing(held)).toEqual(['pending', 'pending', 'pending']);
      const { body } = await redeem(app, tenant, held.customerId);
      expect(body).toMatchObject({ discount_cents: 1000 });
      expect((await standing(held))[0]).toBe('applied');
    });

    it('qualifies a referral whose first invoice came while it was held', async () => {
      const held = await hold({ referral_qualify_on: 'first_invoice' });
      expect((await redeem(app, tenant, held.customerId)).body).toMatchObject({ lines: [] });
      expect(await standing(held)).toEqual(['pending', 'pending', 'pending']);
      await approve(held);
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
    });

    it.each([
      ['an invoice of 0', { amount_cents: 0 }],
      ['a reversed invoice', { amount_cents: 1000 }],
    ])('does not count %s as the first invoice', async (_, invoice) => {
      const held = await hold({ referral_qualify_on: 'first_invoice' });
      await grantCredit(app, tenant, held.customerId, 100); // so that the invoice uses something that can be reversed
      const { body } = await redeem(app, tenant, held.customerId, invoice);
      await reverse(app, tenant, body.id); // a redemption that used nothing cannot be reversed
      await approve(held);
      expect(await standing(held)).toEqual(['pending', 'pending', 'pending']);
    });
  });

  describe.each(CURRENCIES)('POST /api/reviews/:id/reject, in $currency', (one) => {
    beforeEach(() => begin(one));

    it('rejects the referral and voids its rewards, once', async () => {
      const held = await hold();
      const { status, body } = await reject(held);
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'rejected', decided_by: 'admin:usr_test', reason: REASON });
      expect(await standing(held)).toEqual(['rejected', 'voided', 'voided']);
      expect((await redeem(app, tenant, held.customerId)).body).toMatchObject({ lines: [], left_out: [] });
      expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(0);
      expect((await eventsOf(app, tenant)).slice(-5, -1)).toEqual([
        'review.rejected',
        'referral.rejected',
        'reward.voided',
        'reward.voided',
      ]);
      await expectDecided(held);
      await expectTooLate(app, tenant, `referrals/${held.referralId}/void`);
    });
  });

  describe('an approval', () => {
    it('starts the hold at that time', async () => {
      const held = await hold({ referral_hold_days: 14 });
      app.setClockAhead(10 * DAY_MS);
      await approve(held);
      app.setClockAhead(23 * DAY_MS);
      expect(await standing(held)).toEqual(['qualified', 'pending', 'pending']);
      app.setClockAhead(24 * DAY_MS + 1000);
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
    });

    it('leaves a referral that needs approval of its own waiting for it', async () => {
      const held = await hold({ referral_qualify_on: 'manual' });
      await approve(held);
      expect(await standing(held)).toEqual(['pending', 'pending', 'pending']);
      expect((await decide(app, tenant, `referrals/${held.referralId}/approve`)).status).toBe(200);
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
    });

    it('applies the terms of the time when it was held', async () => {
      const held = await hold();
      await saveProgram(app, tenant, { referral_enabled: false, referral_qualify_on: 'manual' });
      await approve(held);
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
    });
  });

  describe('a decision about the referral itself', () => {
    it('approves its review too', async () => {
      const held = await hold({ referral_qualify_on: 'first_invoice' });
      expect((await decide(app, tenant, `referrals/${held.referralId}/approve`)).status).toBe(200);
      expect(await standing(held)).toEqual(['qualified', 'applied', 'available']);
      expect(await reviewOf(held)).toMatchObject({ status: 'approved', reason: REASON });
      await expectDecided(held);
    });

    it('rejects its review too', async () => {
      const held = await hold();
      expect((await decide(app, tenant, `referrals/${held.referralId}/void`)).status).toBe(200);
      expect(await standing(held)).toEqual(['rejected', 'voided', 'voided']);
      expect(await reviewOf(held)).toMatchObject({ status: 'rejected', reason: REASON });
      await expectDecided(held);
    });

    it('does not change a review that was decided before', async () => {
      const held = await hold();
      const { body } = await approve(held);
      await decide(app, tenant, `referrals/${held.referralId}/void`);
      expect(await reviewOf(held)).toEqual(body);
    });
  });

  describe('a held referral', () => {
    it('counts toward the limits like any waiting referral', async () => {
      const limits = { referral_max_rewards_per_referrer: 1 };
      await hold(limits);
      const { body } = await enroll(app, tenant, { referral_code: john.code });
      const referral = await referralOf(app, tenant, { referralId: body.referral.referral_id ?? '' });
      expect(referral).toMatchObject({ status: 'qualified', referrer_reward: null });
    });

    it('does not count as a successful referral, and grants no credit over time', async () => {
      await hold();
      app.setClockAhead(400 * DAY_MS);
      expect((await creditOf(app, tenant, john.id)).balance_cents).toBe(0);
      const { body } = await app.get('/api/referrals/my-code', tokenOf(john.id));
      expect(body).toMatchObject({ referral_count: 0 });
    });

    it('stays held if the rule is switched off, while later referrals are not held', async () => {
      const held = await hold();
      await saveRules(app, tenant, {});
      expect(await standing(held)).toEqual(['pending', 'pending', 'pending']);
      const email = `late${++serial}@mailinator.com`;
      const { body } = await enroll(app, tenant, { email, referral_code: john.code });
      expect(await standing({ ...held, referralId: body.referral.referral_id ?? '' })).toEqual([
        'qualified',
        'applied',
        'available',
      ]);
    });
  });

  const tokenOf = (subject: string): string =>
    app.tokens.issue({ audience: 'customer', subject, tenantId: tenant.id });

  describe('GET /api/reviews', () => {
    it('lists reviews newest first, by status and in pages, with the names of both sides', async () => {
      const held: Held[] = [];
      for (let index = 0; index < 5; index++) held.push(await hold());
      const [first, second] = held;
      if (first === undefined || second === undefined) throw new Error('Nobody is held.');
      await approve(first);
      await reject(second);
      const ids = async (query: string): Promise<string[]> =>
        (await queueOf(app, tenant, query)).map(({ id }) => id);
      const all = held.map(({ review }) => review.id).toReversed();
      expect(await ids('')).toEqual(all);
      expect(await ids('?status=open')).toEqual(all.slice(0, 3));
      expect(await ids('?status=approved')).toEqual([first.review.id]);
      expect(await ids('?status=rejected')).toEqual([second.review.id]);
      const pages = await pagesOf<ReviewAnswer>(app, '/api/reviews', tenant.admin);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat().map(({ id }) => id)).toEqual(all);
      expect(pages[0]?.[0]).toMatchObject({ referrer_name: 'John Doe', referee_name: 'Jane Smith' });
      expectProblem(await app.get('/api/reviews?status=observed', tenant.admin), 422, 'validation_failed');
    });

    it('shows no reviews to another tenant, and refuses its decisions', async () => {
      const held = await hold();
      const other = await aTenant(app);
      expect(await queueOf(app, other)).toEqual([]);
      for (const verb of ['approve', 'reject']) {
        const reply = await inVain(app, () => decide(app, other, `reviews/${held.review.id}/${verb}`));
        expectProblem(reply, 404, 'review_not_found');
      }
    });

    it('leaves out referrals that were only observed, which cannot be decided', async () => {
      await saveRules(app, tenant, { disposable_domain: 'observe' });
      await enroll(app, tenant, { email: `o${++serial}@mailinator.com`, referral_code: john.code });
      const [row] = await app.database.sql<{ id: string }>('select id from review where tenant_id = $1', [
        tenant.id,
      ]);
      const reply = await inVain(app, () => decide(app, tenant, `reviews/${row?.id ?? ''}/approve`));
      expectProblem(reply, 404, 'review_not_found');
      expect(await queueOf(app, tenant)).toEqual([]);
    });
  });
});
