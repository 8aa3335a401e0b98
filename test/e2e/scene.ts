import type { Page } from '../../src/core/http/page.js';
import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { WebhookAnswer } from '../../src/events/webhook/webhook.dto.js';
import type { RewardAnswer } from '../../src/reward/reward.dto.js';
import type { TestApp } from '../support/app.js';
import {
  anApiKey,
  anEmail,
  aPromo,
  aReferee,
  aReferrer,
  aTenant,
  aWebhook,
  redeem,
  saveProgram,
  type TestReferrer,
  type TestTenant,
} from '../support/factories.js';
import { queueOf, saveRules } from './suspects.js';

/** A tenant with one of everything that a request can speak of. */
export interface Scene {
  app: TestApp;
  tenant: TestTenant;
  customer: TestReferrer;
  promo: PromoAnswer;
  /** Of a referral that waits for its approval. */
  referralId: string;
  /** Of a reward of the customer that can be taken back. */
  rewardId: string;
  /** Of a redemption that can be reversed, cent by cent. */
  redemptionId: string;
  /** Of a key that can be rotated. */
  apiKeyId: string;
  /** Of a review that is open. */
  reviewId: string;
  webhookId: string;
}

export async function aScene(app: TestApp, currency = 'USD'): Promise<Scene> {
  const tenant = await aTenant(app, { currency });
  const customer = await aReferrer(app, tenant);
  const { customer_id } = await aReferee(app, tenant, { referral_code: customer.code });
  const { body: redemption } = await redeem(app, tenant, customer_id, { amount_cents: 1_000_000 });
  const { id: apiKeyId } = await anApiKey(app, tenant);
  const reviewId = await anOpenReview({ app, tenant, customer });
  const [promo, webhook] = [await aPromo(app, tenant), await aWebhook(app, tenant)];
  const ids = { redemptionId: redemption.id, webhookId: webhook.id, apiKeyId, reviewId };
  const scene = { app, tenant, customer, promo, ...ids };
  return { ...scene, referralId: await aWaitingReferral(scene), rewardId: await newestReward(scene) };
}

type Renewing = Pick<Scene, 'app' | 'tenant' | 'customer'>;

/** A new referral that waits for its approval. */
export async function aWaitingReferral({ app, tenant, customer }: Renewing): Promise<string> {
  await saveProgram(app, tenant, { referral_qualify_on: 'manual' });
  const { referral } = await aReferee(app, tenant, { referral_code: customer.code });
  await saveProgram(app, tenant, { referral_qualify_on: 'enrollment' });
  return referral.referral_id ?? '';
}

/** A review that waits for its decision. */
export async function anOpenReview({ app, tenant, customer }: Renewing): Promise<string> {
  await saveRules(app, tenant, { disposable_domain: 'hold' });
  await aReferee(app, tenant, {
    email: anEmail().replace(/@.*/, '@mailinator.com'),
    referral_code: customer.code,
  });
  await saveRules(app, tenant, {});
  return (await queueOf(app, tenant))[0]?.id ?? '';
}

/** A new reward of the customer. */
export async function aReward(scene: Renewing): Promise<string> {
  await aReferee(scene.app, scene.tenant, { referral_code: scene.customer.code });
  return newestReward(scene);
}

async function newestReward({ app, tenant, customer }: Renewing): Promise<string> {
  const path = `/api/rewards?limit=1&customer_id=${customer.id}`;
  return (await app.get<Page<RewardAnswer>>(path, tenant.admin)).body.data[0]?.id ?? '';
}

/** There may be so many of them: one that nobody needs makes room. */
export async function removeAWebhook({ app, tenant, webhookId }: Scene): Promise<void> {
  const { body } = await app.get<Page<WebhookAnswer>>('/api/webhooks', tenant.admin);
  const other = body.data.find(({ id }) => id !== webhookId);
  if (other !== undefined) await app.delete(`/api/webhooks/${other.id}`, tenant.admin);
}
