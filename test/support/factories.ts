import type { NewApiKeyAnswer } from '../../src/tenant/api-key/api-key.dto.js';
import { KEY_SCOPES, type KeyScope } from '../../src/core/auth/key-scope.js';
import { newId } from '../../src/common/ids.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { CreatePromoRequest, PromoAnswer } from '../../src/promo/promo.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { ConfigAnswer, ReferralConfig, SaveConfigRequest } from '../../src/config/config.dto.js';
import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { RedeemRequest, RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import type { CreateWebhookRequest, WebhookSecretAnswer } from '../../src/events/webhook/webhook.dto.js';
import type { Reply, TestApp } from './app.js';

/** The "give 10 %, get 10 %" program of the guide, enabled. */
export const GIVE_TEN_GET_TEN: ReferralConfig = {
  referral_enabled: true,
  referral_reward_type: 'discount_percent',
  referral_reward_value: 10,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 10,
};

/** A tenant with a token of its admin. */
export interface TestTenant extends TenantAnswer {
  admin: string;
}

/** A customer with their token. */
export interface TestCustomer extends CustomerAnswer {
  token: string;
}

/** A customer who shares a code. */
export interface TestReferrer extends TestCustomer {
  code: string;
}

let serial = 0;

const bodyOf = <Body>({ status, body }: Reply<Body>, expected: number): Body => {
  if (status !== expected) throw new Error(`A factory got ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** Creates a tenant. All factories create valid data through the API; a test passes only the values that matter to it. */
export async function aTenant(
  app: TestApp,
  { slug = `tenant-${++serial}`, name = 'Some Tenant', currency = 'USD', program = GIVE_TEN_GET_TEN } = {},
): Promise<TestTenant> {
  const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
  const tenant = bodyOf(
    await app.post<TenantAnswer>('/api/tenants', { slug, name, currency }, platform),
    201,
  );
  const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId: tenant.id });
  bodyOf(await app.put('/api/referrals/config', program, admin), 200);
  return Object.assign(tenant, { admin });
}

export async function aCustomer(
  app: TestApp,
  tenant: TestTenant,
  overrides: { id?: string; name?: string; email?: string; phone?: string } = {},
): Promise<TestCustomer> {
  const person = { name: 'Some Customer', email: anEmail(), ...overrides };
  const customer = bodyOf(await app.post<CustomerAnswer>('/api/customers', person, tenant.admin), 201);
  const token = app.tokens.issue({ audience: 'customer', subject: customer.id, tenantId: tenant.id });
  return Object.assign(customer, { token });
}

/** Returns a customer's code. The first call creates it. */
export async function codeOf(app: TestApp, customer: TestCustomer): Promise<string> {
  return bodyOf(await app.get<MyCodeAnswer>('/api/referrals/my-code', customer.token), 200).referral_code;
}

export async function aPromo(
  app: TestApp,
  tenant: TestTenant,
  overrides: Partial<CreatePromoRequest> = {},
): Promise<PromoAnswer> {
  const promo = {
    code: `PROMO${++serial}`,
    discount_type: 'discount_percent',
    discount_value: 20,
    ...overrides,
  };
  return bodyOf(await app.post<PromoAnswer>('/api/promos', promo, tenant.admin), 201);
}

/** Creates an API key, by default with every scope. */
export async function anApiKey(
  app: TestApp,
  tenant: Pick<TestTenant, 'admin'>,
  scopes: readonly KeyScope[] = KEY_SCOPES,
): Promise<NewApiKeyAnswer> {
  const request = { name: 'Some System', scopes };
  return bodyOf(await app.post<NewApiKeyAnswer>('/api/api-keys', request, tenant.admin), 201);
}

/** Creates a webhook for all events, with an address that needs no lookup. */
export async function aWebhook(
  app: TestApp,
  tenant: TestTenant,
  overrides: Partial<CreateWebhookRequest> = {},
): Promise<WebhookSecretAnswer> {
  const webhook = { url: 'https://8.8.8.8/hook', events: ['*'], ...overrides };
  return bodyOf(await app.post<WebhookSecretAnswer>('/api/webhooks', webhook, tenant.admin), 201);
}

/** Creates a customer with a code to share. */
export async function aReferrer(
  app: TestApp,
  tenant: TestTenant,
  overrides: Parameters<typeof aCustomer>[2] = {},
): Promise<TestReferrer> {
  const customer = await aCustomer(app, tenant, overrides);
  return Object.assign(customer, { code: await codeOf(app, customer) });
}

/** Enrolls a new customer, and expects 201. */
export async function aReferee(
  app: TestApp,
  tenant: TestTenant,
  overrides: Parameters<typeof enroll>[2] = {},
): Promise<EnrollmentAnswer> {
  return bodyOf(await enroll(app, tenant, overrides), 201);
}

/** Saves the program: the guide's five settings and those that a test changes. */
export async function saveProgram(
  app: TestApp,
  tenant: TestTenant,
  program: Partial<SaveConfigRequest>,
): Promise<ConfigAnswer> {
  const request = Object.assign({}, GIVE_TEN_GET_TEN, program);
  return bodyOf(await app.put<ConfigAnswer>('/api/referrals/config', request, tenant.admin), 200);
}

/** Grants credit by a manual adjustment. */
export async function grantCredit(
  app: TestApp,
  tenant: TestTenant,
  customerId: string,
  amount_cents: number,
  expires_at?: string,
): Promise<CreditStatementAnswer> {
  const request = { amount_cents, reason: 'a test', ...(expires_at === undefined ? {} : { expires_at }) };
  const path = `/api/customers/${customerId}/credit/adjustments`;
  return bodyOf(await app.post<CreditStatementAnswer>(path, request, tenant.admin), 201);
}

/** Redeems an invoice as the billing system does, and returns any response. */
export const redeem = (
  app: TestApp,
  tenant: TestTenant,
  customer_id: string,
  overrides: Partial<RedeemRequest> = {},
): Promise<Reply<RedemptionAnswer>> =>
  app.post<RedemptionAnswer>(
    '/api/redemptions',
    {
      customer_id,
      invoice_id: `INV-${++serial}`,
      currency: tenant.currency,
      amount_cents: 10_000,
      ...overrides,
    },
    tenant.admin,
  );

/** Enrolls publicly, and returns any response. */
export const enroll = (
  app: TestApp,
  tenant: Pick<TestTenant, 'slug'>,
  overrides: { name?: string; email?: string; referral_code?: string; promo_code?: string } = {},
): Promise<Reply<EnrollmentAnswer>> =>
  app.post('/api/enrollments', {
    tenant_slug: tenant.slug,
    name: 'New Friend',
    email: anEmail(),
    ...overrides,
  });

export const anEmail = (): string => `person-${++serial}-${newId('x').slice(-8)}@example.com`;

/** Makes `count` calls at once. */
export const atOnce = <T>(count: number, call: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => call(index)));

/** Counts the responses by status. */
export function statuses(replies: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
