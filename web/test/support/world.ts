import { randomBytes } from 'node:crypto';
import { answer, createClient, type ReferralsClient, type Schemas } from 'referrals-sdk';
import { tokenFor } from './tokens.js';

/** The origin of the service under test. */
export const BASE_URL = process.env.SERVICE_URL ?? '';

/** The origin at which the tests serve a page of another site that may embed the portal. */
export const HOST_URL = process.env.HOST_URL ?? '';

/** The program "Give 10 %, get 10 %", switched on. */
export const GIVE_TEN_GET_TEN = {
  referral_enabled: true,
  referral_reward_type: 'discount_percent',
  referral_reward_value: 10,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 10,
} as const satisfies Schemas['SaveConfigRequest'];

/** The referrer earns $20 of credit, the friend $5 off, and the month's budget is enough for one referral. */
export const A_BUDGET_FOR_ONE = {
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'discount_fixed',
  referral_reward_referee_value: 5,
  referral_budget_cents: 2500,
} as const satisfies Schemas['SaveConfigRequest'];

/** A business, and the API client of its admin. */
export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly token: string;
  readonly api: ReferralsClient;
}

/** A customer, with their token. */
export interface TestCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly api: ReferralsClient;
}

const clientWith = (token: string): ReferralsClient =>
  createClient({ baseUrl: BASE_URL, token: () => token });
/** Returns letters and digits that are unique in the database. */
export const unique = (): string => randomBytes(5).toString('hex');

/** Creates a tenant for a test. @param program null: never saved, as for a new tenant */
export async function aTenant({
  name = 'Acme Waste',
  currency = 'USD',
  program = GIVE_TEN_GET_TEN,
}: {
  name?: string;
  currency?: string;
  program?: Schemas['SaveConfigRequest'] | null;
} = {}): Promise<TestTenant> {
  const platform = clientWith(await tokenFor({ audience: 'platform', subject: 'test' }));
  const slug = `acme-${unique()}`;
  const { id } = await answer(platform.POST('/api/tenants', { body: { slug, name, currency } }));
  const token = await tokenFor({ audience: 'tenant-admin', subject: 'usr_ada', tenantId: id });
  const api = clientWith(token);
  if (program !== null) await answer(api.PUT('/api/referrals/config', { body: program }));
  return { id, slug, name, token, api };
}

export async function aCustomer(
  tenant: TestTenant,
  { name = 'John Doe', email = `person-${unique()}@example.com` } = {},
): Promise<TestCustomer> {
  const { id } = await answer(tenant.api.POST('/api/customers', { body: { name, email } }));
  const token = await tokenFor({ audience: 'customer', subject: id, tenantId: tenant.id });
  return { id, name, email, token, api: clientWith(token) };
}

/** Returns a customer's code, created by their first visit. */
export async function codeOf({ api }: TestCustomer): Promise<string> {
  return (await answer(api.GET('/api/referrals/my-code'))).referral_code;
}

/** Enrolls a friend by the public route. */
export const enroll = (
  tenant: TestTenant,
  given: { name?: string; email?: string; referral_code?: string; promo_code?: string } = {},
): Promise<Schemas['EnrollmentAnswer']> =>
  answer(
    createClient({ baseUrl: BASE_URL }).POST('/api/enrollments', {
      body: {
        tenant_slug: tenant.slug,
        name: 'Jane Smith',
        email: `person-${unique()}@example.com`,
        ...given,
      },
    }),
  );

/** Suspends a business. */
export async function suspend({ id }: TestTenant): Promise<void> {
  const platform = clientWith(await tokenFor({ audience: 'platform', subject: 'test' }));
  await answer(
    platform.PATCH('/api/tenants/{id}', { params: { path: { id } }, body: { status: 'suspended' } }),
  );
}
