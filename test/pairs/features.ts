import type { NewApiKeyAnswer } from '../../src/tenant/api-key/api-key.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { platformToken } from '../e2e/expectations.js';
import { aReferee, atOnce, grantCredit, saveProgram } from '../support/factories.js';
import { expectOneOf, expectSame, type Feature, REASON, type Story } from './story.js';

const reverse = async (story: Story, how: object): Promise<void> => {
  if (story.invoice === undefined) return;
  const path = `/api/redemptions/${story.invoice.id}/reverse`;
  const { status } = await story.asAdmin('POST', path, { ...REASON, ...how });
  expectOneOf([200, 409, 422], status); // 422: nothing was applied that could be taken back in part
};

const setTenant = async ({ app, tenant }: Story, status: 'active' | 'suspended'): Promise<void> => {
  await app.patch(`/api/tenants/${tenant.id}`, { status }, platformToken(app));
};

const reviews = async (story: Story, verdict: 'approve' | 'reject'): Promise<void> => {
  const { body } = await story.asAdmin<Page<ReviewAnswer>>('GET', '/api/reviews?status=open');
  for (const { id } of body.data) await story.asAdmin('POST', `/api/reviews/${id}/${verdict}`, REASON);
};

const HELD: Pick<Feature, 'beforeEnrollment'> = {
  beforeEnrollment: async (story) => {
    story.person = { ...story.person, email: 'jane@mailinator.com' };
    await story.asAdmin('PUT', '/api/abuse-rules', { disposable_domain: 'hold' });
  },
};

/** Returns every feature. Each of them meets every other one. */
export const allFeatures = (): readonly Feature[] => [
  // settings of the program
  { name: 'at enrollment', program: () => ({ referral_qualify_on: 'enrollment' }) },
  { name: 'manual', program: () => ({ referral_qualify_on: 'manual' }) },
  { name: 'hold', program: () => ({ referral_hold_days: 30 }) },
  { name: 'expiry', program: () => ({ referral_reward_expires_days: 1 }) },
  { name: 'cap', program: () => ({ referral_max_rewards_per_referrer: 1 }) },
  {
    name: 'cap by month',
    program: () => ({ referral_max_rewards_per_referrer: 1, referral_max_rewards_period: 'month' }),
  },
  { name: 'budget', program: (cents) => ({ referral_budget_cents: cents(25) }) },
  { name: 'budget used', program: () => ({ referral_budget_cents: 0 }) },
  { name: 'keep attribution', program: () => ({ referral_keep_attribution: true }) },
  {
    name: 'minimum',
    program: (cents) => ({ referral_qualify_on: 'first_invoice', referral_min_invoice_cents: cents(95) }),
  },
  { name: 'refunds keep', program: () => ({ referral_on_refund: 'keep' }) },
  {
    name: 'fixed for the friend',
    program: () => ({ referral_reward_referee_type: 'discount_fixed', referral_reward_referee_value: 7 }),
  },
  {
    name: 'credit for the friend',
    program: () => ({ referral_reward_referee_type: 'credit', referral_reward_referee_value: 7 }),
  },
  { name: 'nothing for the friend', program: () => ({ referral_reward_referee_value: 0 }) },
  // promos
  {
    name: 'promo',
    beforeEnrollment: (story) => story.withPromo({ combinable_with_referral: true }),
  },
  { name: 'exclusive promo', beforeEnrollment: (story) => story.withPromo({}) },
  {
    name: 'used promo',
    beforeEnrollment: async (story) => {
      const { code } = await story.withPromo({ max_redemptions: 1 });
      await aReferee(story.app, story.tenant, { promo_code: code });
    },
  },
  {
    name: 'changed promo',
    beforeEnrollment: async (story) => {
      const { id } = await story.withPromo({ combinable_with_referral: true });
      const fixed = { discount_type: 'discount_fixed', discount_value: 50 };
      const { body } = await story.asAdmin<{ discount_value: number }>('PATCH', `/api/promos/${id}`, fixed);
      expectSame('a new value is read by its new type', 50, body.discount_value);
    },
  },
  {
    name: 'ended promo',
    beforeEnrollment: (story) => story.withPromo({ combinable_with_referral: true }),
    afterEnrollment: (story) => story.asAdmin('DELETE', `/api/promos/${story.promo?.id ?? ''}`),
  },
  // decisions
  { name: 'approval', afterEnrollment: (story) => story.decide('approve') },
  { name: 'void', afterEnrollment: (story) => story.decide('void') },
  { name: 'late void', afterInvoice: (story) => story.decide('void') },
  {
    name: 'void of a reward',
    afterEnrollment: async (story) => {
      const path = `/api/rewards?customer_id=${story.john.id}`;
      const { body } = await story.asAdmin<Page<RewardAnswer>>('GET', path);
      for (const { id } of body.data) {
        expectOneOf([200, 409], (await story.asAdmin('POST', `/api/rewards/${id}/void`, REASON)).status);
      }
    },
  },
  { name: 'held, approved', ...HELD, afterEnrollment: (story) => reviews(story, 'approve') },
  { name: 'held, rejected', ...HELD, afterInvoice: (story) => reviews(story, 'reject') },
  // refunds
  { name: 'refund', afterInvoice: (story) => reverse(story, {}) },
  {
    name: 'refund in part',
    afterInvoice: (story) => reverse(story, { refunded_cents: story.cents(60) }),
  },
  { name: 'one cent back', afterInvoice: (story) => reverse(story, { amount_cents: 1 }) },
  // customers, and what surrounds them
  {
    name: 'credit by hand',
    afterEnrollment: (story) => grantCredit(story.app, story.tenant, story.janeId, story.cents(30)),
  },
  {
    name: 'erasure',
    afterInvoice: (story) => story.asAdmin('DELETE', `/api/customers/${story.janeId}`),
  },
  {
    name: 'referrer inactive',
    afterEnrollment: (story) =>
      story.asAdmin('PATCH', `/api/customers/${story.john.id}`, { status: 'inactive' }),
    afterInvoice: (story) => story.asAdmin('PATCH', `/api/customers/${story.john.id}`, { status: 'active' }),
  },
  {
    name: 'earlier friend',
    beforeEnrollment: (story) => aReferee(story.app, story.tenant, { referral_code: story.john.code }),
  },
  {
    name: 'new terms',
    afterEnrollment: (story) =>
      saveProgram(story.app, story.tenant, {
        ...story.program,
        referral_reward_type: 'discount_percent',
        referral_reward_value: 50,
      }),
  },
  {
    name: 'program off',
    afterEnrollment: (story) =>
      saveProgram(story.app, story.tenant, { ...story.program, referral_enabled: false }),
  },
  {
    name: 'suspension',
    afterEnrollment: async (story) => {
      await setTenant(story, 'suspended');
      story.wait(1);
      await setTenant(story, 'active');
    },
  },
  {
    name: 'another month',
    afterEnrollment: (story) => {
      story.wait(31);
    },
  },
  { name: 'sent twice', idempotencyKey: true },
  {
    name: 'many at once',
    afterEnrollment: async (story) => {
      const request = {
        ...{ customer_id: story.janeId, invoice_id: 'AT-ONCE', currency: story.tenant.currency },
        amount_cents: story.cents(10),
      };
      const replies = await atOnce(5, () => story.asAdmin<object>('POST', '/api/redemptions', request));
      expectSame(
        'of five at once, one redeems',
        [200, 200, 200, 200, 201],
        replies.map(({ status }) => status).toSorted((a, b) => a - b),
      );
    },
  },
  {
    name: 'revoked key',
    beforeEnrollment: async (story) => {
      const key = { name: 'Billing', scopes: ['redeem'] };
      const { body } = await story.asAdmin<NewApiKeyAnswer>('POST', '/api/api-keys', key);
      await story.asAdmin('DELETE', `/api/api-keys/${body.id}`);
      const { status } = await story.app.call('GET', '/api/redemptions', { token: body.key });
      expectSame('a revoked key is refused', 401, status);
    },
  },
];
