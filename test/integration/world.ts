import type { ReferralAnswer } from '../../src/referral/referral.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import type { ReviewAnswer } from '../../src/reward/decision/review.dto.js';
import type { TestApp } from '../support/app.js';
import {
  aCustomer,
  anApiKey,
  aPromo,
  aTenant,
  aWebhook,
  codeOf,
  enroll,
  grantCredit,
  redeem,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import type { Things } from '../support/routes.js';

export interface Page<Item> {
  data: Item[];
  next_cursor: string | null;
}

/** A tenant with one of everything. */
export interface World extends Things {
  tenant: TestTenant;
  customer: TestCustomer;
}

/** Both tenants have a customer with this id and this address, a promo with this code, and redeemed an invoice of this id. */
export const SHARED = { id: 'cus_same', name: 'Same Person', email: 'same@example.com' };
const SHARED_PROMO = 'SAME20';
const SHARED_INVOICE = 'INV-SAME';

export async function aWorld(app: TestApp, currency = 'USD'): Promise<World> {
  const tenant = await aTenant(app, { currency });
  await aCustomer(app, tenant, SHARED);
  await aPromo(app, tenant, { code: SHARED_PROMO });
  const customer = await aCustomer(app, tenant);
  await anApiKey(app, tenant);
  const promo = await aPromo(app, tenant, { combinable_with_referral: true });
  const referralCode = await codeOf(app, customer);
  await enroll(app, tenant, { referral_code: referralCode, promo_code: promo.code });
  for (const id of [SHARED.id, customer.id]) await grantCredit(app, tenant, id, 500);
  const invoiceId = `INV-${tenant.slug}`;
  const { body: redemption } = await redeem(app, tenant, customer.id, { invoice_id: invoiceId });
  await redeem(app, tenant, customer.id, { invoice_id: SHARED_INVOICE });
  await app.put('/api/branding', { brand_color: '#123456' }, tenant.admin);
  await app.put('/api/abuse-rules', { disposable_domain: 'hold' }, tenant.admin);
  for (const n of [1, 2])
    await enroll(app, tenant, { email: `${n}@yopmail.com`, referral_code: referralCode });
  const { body: reviews } = await app.get<Page<ReviewAnswer>>('/api/reviews', tenant.admin);
  const { body: referrals } = await app.get<Page<ReferralAnswer>>('/api/referrals', tenant.admin);
  const { body: rewards } = await app.get<Page<RewardAnswer>>('/api/rewards', tenant.admin);
  return {
    tenant,
    customer,
    slug: tenant.slug,
    tenantId: tenant.id,
    customerId: customer.id,
    promoId: promo.id,
    promoCode: promo.code,
    referralId: referrals.data[0]?.id ?? '',
    referralCode,
    rewardId: rewards.data[0]?.id ?? '',
    redemptionId: redemption.id,
    apiKeyId: (await anApiKey(app, tenant)).id,
    reviewId: reviews.data[0]?.id ?? '',
    webhookId: (await aWebhook(app, tenant)).id,
    invoiceId,
  };
}
