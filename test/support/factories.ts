import { newId } from '../../src/common/ids.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { CreatePromoRequest, PromoAnswer } from '../../src/promo/promo.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import type { TenantAnswer } from '../../src/tenant/tenant.dto.js';
import type { ReferralConfig } from '../../src/config/config.dto.js';
import type { Reply, TestApp } from './app.js';

/** The guide's "give 10 %, get 10 %", switched on. */
export const GIVE_TEN_GET_TEN: ReferralConfig = {
  referral_enabled: true,
  referral_reward_type: 'discount_percent',
  referral_reward_value: 10,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 10,
};

/** A tenant, and a token of its admin. */
export interface TestTenant extends TenantAnswer {
  admin: string;
}

/** A customer, and their token. */
export interface TestCustomer extends CustomerAnswer {
  token: string;
}

let serial = 0;

const made = <Body>({ status, body }: Reply<Body>, expected: number): Body => {
  if (status !== expected) throw new Error(`A factory was answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** Every factory makes something valid by way of the API; a test names only what it is about. */
export async function aTenant(
  app: TestApp,
  { slug = `tenant-${++serial}`, name = 'Some Tenant', currency = 'USD', program = GIVE_TEN_GET_TEN } = {},
): Promise<TestTenant> {
  const platform = app.tokens.issue({ audience: 'platform', subject: 'test' });
  const tenant = made(await app.post<TenantAnswer>('/api/tenants', { slug, name, currency }, platform), 201);
  const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_test', tenantId: tenant.id });
  made(await app.put('/api/referrals/config', program, admin), 200);
  return Object.assign(tenant, { admin });
}

export async function aCustomer(
  app: TestApp,
  tenant: TestTenant,
  given: { id?: string; name?: string; email?: string } = {},
): Promise<TestCustomer> {
  const person = { name: 'Some Customer', email: anEmail(), ...given };
  const customer = made(await app.post<CustomerAnswer>('/api/customers', person, tenant.admin), 201);
  const token = app.tokens.issue({ audience: 'customer', subject: customer.id, tenantId: tenant.id });
  return Object.assign(customer, { token });
}

/** The code of a customer, by their first visit. */
export async function codeOf(app: TestApp, customer: TestCustomer): Promise<string> {
  return made(await app.get<MyCodeAnswer>('/api/referrals/my-code', customer.token), 200).referral_code;
}

export async function aPromo(
  app: TestApp,
  tenant: TestTenant,
  given: Partial<CreatePromoRequest> = {},
): Promise<PromoAnswer> {
  const promo = { code: `PROMO${++serial}`, discount_type: 'discount_percent', discount_value: 20, ...given };
  return made(await app.post<PromoAnswer>('/api/promos', promo, tenant.admin), 201);
}

/** An enrollment in public, whatever becomes of it. */
export const enroll = (
  app: TestApp,
  tenant: Pick<TestTenant, 'slug'>,
  given: { name?: string; email?: string; referral_code?: string; promo_code?: string } = {},
): Promise<Reply<EnrollmentAnswer>> =>
  app.post('/api/enrollments', { tenant_slug: tenant.slug, name: 'New Friend', email: anEmail(), ...given });

export const anEmail = (): string => `person-${++serial}-${newId('x').slice(-8)}@example.com`;

/** `count` calls at once. */
export const atOnce = <T>(count: number, call: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => call(index)));

/** How often each status was answered. */
export function statuses(replies: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
