import { anEmail, GIVE_TEN_GET_TEN } from './factories.js';

/** The caller that sends a sample; `public` sends no token. */
export type Sender = 'admin' | 'customer' | 'platform' | 'public';

/** One valid call of a route. */
export interface Sample {
  readonly method: string;
  /** The path as in the OpenAPI document. */
  readonly path: string;
  readonly sender: Sender;
  /** Begins with a question mark. */
  readonly query?: string;
  readonly body?: object;
  /** A body of type `text/csv`, instead of `body`. */
  readonly table?: string;
}

/** The objects of one tenant that samples refer to. */
export interface Things {
  slug: string;
  tenantId: string;
  customerId: string;
  promoId: string;
  promoCode: string;
  referralId: string;
  referralCode: string;
  rewardId: string;
  redemptionId: string;
  apiKeyId: string;
  reviewId: string;
  /** The invoice of the redemption. */
  invoiceId: string;
  webhookId: string;
}

/** Returns the id that replaces `{id}` in a path. */
export function idIn(path: string, things: Things): string {
  const ids: Record<string, string> = {
    'api-keys': things.apiKeyId,
    customers: things.customerId,
    promos: things.promoId,
    referrals: things.referralId,
    redemptions: things.redemptionId,
    reviews: things.reviewId,
    rewards: things.rewardId,
    tenants: things.tenantId,
    webhooks: things.webhookId,
  };
  const [, , room = ''] = path.split('/');
  const id = ids[room];
  if (id === undefined) throw new Error(`No sample has an id for ${path}.`);
  return id;
}

/** Returns a valid call of every route that reads or writes data, for the given objects. */
export function samplesOf({ slug, promoCode, referralCode, customerId, invoiceId }: Things): Sample[] {
  const person = (): object => ({ name: 'Taken Over', email: anEmail() });
  const promo = { code: `NEW${promoCode}`, discount_type: 'discount_fixed', discount_value: 1 };
  const reason = { reason: 'refunded' };
  const webhook = { url: 'https://8.8.8.8/taken-over', events: ['*'], active: false };
  const invoice = { customer_id: customerId, invoice_id: invoiceId, currency: 'USD', amount_cents: 10_000 };
  const codes = { tenant_slug: slug, referral_code: referralCode, promo_code: promoCode };
  return [
    { method: 'GET', path: '/api/referrals/config', sender: 'admin' },
    { method: 'PUT', path: '/api/referrals/config', sender: 'admin', body: GIVE_TEN_GET_TEN },
    { method: 'GET', path: '/api/referrals/config/versions', sender: 'admin' },
    { method: 'POST', path: '/api/referrals/config/preview', sender: 'admin', body: GIVE_TEN_GET_TEN },
    { method: 'GET', path: '/api/referrals', sender: 'admin' },
    { method: 'GET', path: '/api/referrals/export.csv', sender: 'admin' },
    { method: 'GET', path: '/api/referrals/{id}', sender: 'admin' },
    { method: 'POST', path: '/api/referrals/{id}/approve', sender: 'admin', body: reason },
    { method: 'POST', path: '/api/referrals/{id}/void', sender: 'admin', body: reason },
    { method: 'GET', path: '/api/referrals/my-code', sender: 'customer' },
    { method: 'GET', path: '/api/referrals/my-code/qr', sender: 'customer' },
    { method: 'GET', path: '/api/referrals/mine', sender: 'customer' },
    {
      method: 'POST',
      path: '/api/referrals/validate',
      sender: 'public',
      body: { tenant_slug: slug, referral_code: referralCode },
    },
    {
      method: 'POST',
      path: '/api/referrals/link-opened',
      sender: 'public',
      body: { tenant_slug: slug, referral_code: referralCode },
    },
    { method: 'POST', path: '/api/enrollments', sender: 'public', body: { ...codes, ...person() } },
    { method: 'POST', path: '/api/enrollments', sender: 'admin', body: person() },
    { method: 'POST', path: '/api/enrollments/quote', sender: 'public', body: codes },
    { method: 'GET', path: '/api/customers', sender: 'admin' },
    { method: 'POST', path: '/api/customers', sender: 'admin', body: person() },
    {
      method: 'POST',
      path: '/api/customers/import',
      sender: 'admin',
      table: `name,email\nTaken Over,${anEmail()}\n`,
    },
    { method: 'GET', path: '/api/customers/{id}', sender: 'admin' },
    { method: 'PATCH', path: '/api/customers/{id}', sender: 'admin', body: { name: 'Taken Over' } },
    { method: 'GET', path: '/api/customers/{id}/export', sender: 'admin' },
    { method: 'DELETE', path: '/api/customers/{id}', sender: 'admin' },
    { method: 'GET', path: '/api/customers/{id}/credit', sender: 'admin' },
    {
      method: 'POST',
      path: '/api/customers/{id}/credit/adjustments',
      sender: 'admin',
      body: { amount_cents: 500, ...reason },
    },
    { method: 'GET', path: '/api/credit/mine', sender: 'customer' },
    { method: 'GET', path: '/api/ledger/verify', sender: 'admin' },
    { method: 'GET', path: '/api/promos', sender: 'admin' },
    { method: 'POST', path: '/api/promos', sender: 'admin', body: promo },
    { method: 'GET', path: '/api/promos/{id}', sender: 'admin' },
    { method: 'PATCH', path: '/api/promos/{id}', sender: 'admin', body: { active: false } },
    { method: 'DELETE', path: '/api/promos/{id}', sender: 'admin' },
    {
      method: 'POST',
      path: '/api/promos/validate',
      sender: 'public',
      body: { tenant_slug: slug, promo_code: promoCode },
    },
    { method: 'GET', path: '/api/rewards', sender: 'admin' },
    { method: 'GET', path: '/api/rewards/{id}', sender: 'admin' },
    { method: 'POST', path: '/api/rewards/{id}/void', sender: 'admin', body: reason },
    { method: 'GET', path: '/api/redemptions', sender: 'admin' },
    { method: 'POST', path: '/api/redemptions', sender: 'admin', body: invoice },
    { method: 'POST', path: '/api/redemptions/preview', sender: 'admin', body: invoice },
    { method: 'GET', path: '/api/redemptions/{id}', sender: 'admin' },
    { method: 'POST', path: '/api/redemptions/{id}/reverse', sender: 'admin', body: reason },
    { method: 'GET', path: '/api/analytics/liability', sender: 'admin' },
    { method: 'GET', path: '/api/analytics/summary', sender: 'admin' },
    { method: 'GET', path: '/api/audit', sender: 'admin' },
    { method: 'GET', path: '/api/api-keys', sender: 'admin' },
    {
      method: 'POST',
      path: '/api/api-keys',
      sender: 'admin',
      body: { name: 'Taken Over', scopes: ['admin'] },
    },
    { method: 'DELETE', path: '/api/api-keys/{id}', sender: 'admin' },
    { method: 'POST', path: '/api/api-keys/{id}/rotate', sender: 'admin', body: { overlap_seconds: 0 } },
    { method: 'GET', path: '/api/branding', sender: 'public', query: `?tenant_slug=${slug}` },
    { method: 'GET', path: '/api/branding/mine', sender: 'customer' },
    { method: 'PUT', path: '/api/branding', sender: 'admin', body: { brand_color: '#000000' } },
    { method: 'GET', path: '/api/abuse-rules', sender: 'admin' },
    { method: 'PUT', path: '/api/abuse-rules', sender: 'admin', body: { same_phone: 'hold' } },
    { method: 'GET', path: '/api/reviews', sender: 'admin' },
    { method: 'POST', path: '/api/reviews/{id}/approve', sender: 'admin', body: reason },
    { method: 'POST', path: '/api/reviews/{id}/reject', sender: 'admin', body: reason },
    { method: 'GET', path: '/api/events', sender: 'admin' },
    { method: 'GET', path: '/api/webhooks', sender: 'admin' },
    { method: 'POST', path: '/api/webhooks', sender: 'admin', body: webhook },
    { method: 'GET', path: '/api/webhooks/{id}', sender: 'admin' },
    { method: 'PATCH', path: '/api/webhooks/{id}', sender: 'admin', body: { active: false } },
    { method: 'DELETE', path: '/api/webhooks/{id}', sender: 'admin' },
    { method: 'POST', path: '/api/webhooks/{id}/test', sender: 'admin' },
    { method: 'POST', path: '/api/webhooks/{id}/rotate-secret', sender: 'admin' },
    { method: 'POST', path: '/api/webhooks/{id}/replay', sender: 'admin', body: { from_sequence: 1 } },
    { method: 'GET', path: '/api/webhooks/{id}/deliveries', sender: 'admin' },
    { method: 'GET', path: '/api/tenants', sender: 'platform' },
    { method: 'POST', path: '/api/tenants', sender: 'platform', body: { slug: `${slug}-2`, name: 'New' } },
    { method: 'GET', path: '/api/tenants/{id}', sender: 'platform' },
    { method: 'PATCH', path: '/api/tenants/{id}', sender: 'platform', body: { name: 'Renamed' } },
  ];
}

/** The headers of a sample with a table. */
export const TABLE_HEADERS = { 'content-type': 'text/csv' };

/** Returns every route of the OpenAPI document as `GET /api/…`, without the health checks. */
export const routesIn = (openapi: { paths: Record<string, object> }): string[] =>
  Object.entries(openapi.paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));

/** Returns the path and query of a sample. */
export const addressOf = ({ path, query = '' }: Sample, things: Things): string =>
  (path.includes('{id}') ? path.replace('{id}', idIn(path, things)) : path) + query;

/** Returns the routes that samples call, without duplicates. */
export const routesOf = (samples: readonly Sample[]): string[] => [
  ...new Set(samples.map(({ method, path }) => `${method} ${path}`)),
];
