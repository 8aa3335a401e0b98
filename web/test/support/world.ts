import { randomBytes } from 'node:crypto';
import { answer, createClient, type ReferralsClient, type Schemas } from 'referrals-sdk';
import { tokenFor } from './tokens.js';

/** Where the service under test is, on a port that was free. */
export const BASE_URL = process.env.SERVICE_URL ?? '';

/** Give 10 %, get 10 %, switched on. */
export const GIVE_TEN_GET_TEN = {
  referral_enabled: true,
  referral_reward_type: 'discount_percent',
  referral_reward_value: 10,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 10,
} as const satisfies Schemas['SaveConfigRequest'];

/** A business with an admin, who acts by `api`. */
export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly token: string;
  readonly api: ReferralsClient;
}

/** A customer with their token. */
export interface TestCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly api: ReferralsClient;
}

const clientWith = (token: string): ReferralsClient =>
  createClient({ baseUrl: BASE_URL, token: () => token });
/** Letters and digits that nothing else in the database has. */
export const unique = (): string => randomBytes(5).toString('hex');

/** A tenant of its own for a test. @param program null: never saved, as a new tenant's */
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

/** The code of a customer, by their first visit. */
export async function codeOf({ api }: TestCustomer): Promise<string> {
  return (await answer(api.GET('/api/referrals/my-code'))).referral_code;
}

/** A friend who enrolls by themselves. */
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

/** Closes a business for the time being. */
export async function suspend({ id }: TestTenant): Promise<void> {
  const platform = clientWith(await tokenFor({ audience: 'platform', subject: 'test' }));
  await answer(
    platform.PATCH('/api/tenants/{id}', { params: { path: { id } }, body: { status: 'suspended' } }),
  );
}
