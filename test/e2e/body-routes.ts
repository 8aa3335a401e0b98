import type { Reply } from '../support/app.js';
import { anEmail } from '../support/factories.js';
import { inVain, platformToken, without } from './expectations.js';
import { type BodyRoute, GUARD_ROUTES } from './guard-routes.js';
import { aReward, aWaitingReferral, type Scene } from './scene.js';

const admin = ({ tenant }: Scene): string => tenant.admin;
const platform = ({ app }: Scene): string => platformToken(app);
const reason = (): { reason: string } => ({ reason: 'refunded' });
let serial = 0;

const invoice = ({ tenant, customer }: Scene): Record<string, unknown> => ({
  customer_id: customer.id,
  invoice_id: `INV/${++serial}`,
  currency: tenant.currency,
  amount_cents: 0, // comes to 0 whatever the customer has
  expected_total_cents: 0,
});

const aProgram = (): Record<string, unknown> => ({
  referral_enabled: true,
  referral_reward_type: 'credit',
  referral_reward_value: 20,
  referral_reward_referee_type: 'discount_percent',
  referral_reward_referee_value: 15,
  referral_qualify_on: 'enrollment',
  referral_min_invoice_cents: 1,
  referral_on_refund: 'keep',
  referral_hold_days: 0,
  referral_reward_expires_days: 365,
  referral_max_rewards_per_referrer: 1000,
  referral_max_rewards_period: 'month',
  referral_budget_cents: 100_000_000,
  referral_keep_attribution: true,
  referrer_name_display: 'first',
});

const renewReferral = async (scene: Scene): Promise<void> => {
  scene.referralId = await aWaitingReferral(scene);
};

/** Every route whose body is a table, and a table that it takes: `customers-import-files.spec.ts` has what they don't. */
export const TABLE_ROUTES: Record<string, () => string> = {
  'POST /api/customers/import': () => `name,email\nMade,${anEmail()}\n`,
};

/** Every route with a body, by its name in the router. A spec holds this list against the router itself. */
export const BODY_ROUTES: Record<string, BodyRoute> = {
  ...GUARD_ROUTES,
  'POST /api/tenants': {
    method: 'POST',
    path: () => '/api/tenants',
    token: platform,
    body: () => ({ slug: `made-${++serial}`, name: 'Made', currency: 'USD' }),
    accepted: 201,
  },
  'PATCH /api/tenants/:id': {
    method: 'PATCH',
    path: ({ tenant }) => `/api/tenants/${tenant.id}`,
    token: platform,
    body: () => ({ name: 'Renamed', status: 'active' }),
    accepted: 200,
  },
  'PUT /api/referrals/config': {
    method: 'PUT',
    path: () => '/api/referrals/config',
    token: admin,
    body: aProgram,
    accepted: 200,
  },
  'POST /api/referrals/config/preview': {
    method: 'POST',
    path: () => '/api/referrals/config/preview',
    token: admin,
    body: aProgram,
    accepted: 200,
  },
  'PUT /api/branding': {
    method: 'PUT',
    path: () => '/api/branding',
    token: admin,
    body: () => ({ brand_color: '#1f7a4d' }),
    accepted: 200,
  },
  'POST /api/customers': {
    method: 'POST',
    path: () => '/api/customers',
    token: admin,
    body: () => ({ id: `made-${++serial}`, name: 'Made', email: anEmail(), phone: '1', status: 'active' }),
    accepted: 201,
  },
  'PATCH /api/customers/:id': {
    method: 'PATCH',
    path: ({ customer }) => `/api/customers/${customer.id}`,
    token: admin,
    body: () => ({ name: 'Renamed', email: anEmail(), phone: '2', status: 'active' }),
    accepted: 200,
  },
  'POST /api/promos': {
    method: 'POST',
    path: () => '/api/promos',
    token: admin,
    body: () => ({
      code: `MADE${++serial}`,
      discount_type: 'discount_percent',
      discount_value: 10,
      combinable_with_referral: false,
      active: true,
      starts_at: '2026-01-01T00:00:00Z',
      ends_at: '2027-01-01T00:00:00Z',
      max_redemptions: 5,
    }),
    accepted: 201,
  },
  'PATCH /api/promos/:id': {
    method: 'PATCH',
    path: ({ promo }) => `/api/promos/${promo.id}`,
    token: admin,
    body: () => ({
      code: `MADE${++serial}`,
      discount_type: 'discount_percent',
      discount_value: 10,
      combinable_with_referral: false,
      active: true,
      starts_at: null,
      ends_at: null,
      max_redemptions: null,
    }),
    accepted: 200,
  },
  'POST /api/promos/validate': {
    method: 'POST',
    path: () => '/api/promos/validate',
    body: ({ tenant, promo }) => ({ promo_code: promo.code, tenant_slug: tenant.slug }),
    accepted: 200,
  },
  'POST /api/referrals/validate': {
    method: 'POST',
    path: () => '/api/referrals/validate',
    body: ({ tenant, customer }) => ({ referral_code: customer.code, tenant_slug: tenant.slug }),
    accepted: 200,
  },
  'POST /api/referrals/link-opened': {
    method: 'POST',
    path: () => '/api/referrals/link-opened',
    body: ({ tenant, customer }) => ({ referral_code: customer.code, tenant_slug: tenant.slug }),
    accepted: 204,
  },
  'POST /api/enrollments': {
    method: 'POST',
    path: () => '/api/enrollments',
    body: ({ tenant, customer, promo }) => ({
      tenant_slug: tenant.slug,
      name: 'New',
      email: anEmail(),
      phone: '3',
      referral_code: customer.code,
      promo_code: promo.code,
    }),
    accepted: 201,
  },
  'POST /api/enrollments/quote': {
    method: 'POST',
    path: () => '/api/enrollments/quote',
    body: ({ tenant, customer, promo }) => ({
      tenant_slug: tenant.slug,
      referral_code: customer.code,
      promo_code: promo.code,
      amount_cents: 1000,
    }),
    accepted: 200,
  },
  'POST /api/referrals/:id/approve': {
    method: 'POST',
    path: ({ referralId }) => `/api/referrals/${referralId}/approve`,
    token: admin,
    body: reason,
    accepted: 200,
    renew: renewReferral,
  },
  'POST /api/referrals/:id/void': {
    method: 'POST',
    path: ({ referralId }) => `/api/referrals/${referralId}/void`,
    token: admin,
    body: reason,
    accepted: 200,
    renew: renewReferral,
  },
  'POST /api/rewards/:id/void': {
    method: 'POST',
    path: ({ rewardId }) => `/api/rewards/${rewardId}/void`,
    token: admin,
    body: reason,
    accepted: 200,
    renew: async (scene) => {
      scene.rewardId = await aReward(scene);
    },
  },
  'POST /api/redemptions': {
    method: 'POST',
    path: () => '/api/redemptions',
    token: admin,
    body: invoice,
    accepted: 201,
  },
  'POST /api/redemptions/preview': {
    method: 'POST',
    path: () => '/api/redemptions/preview',
    token: admin,
    body: invoice,
    accepted: 200,
  },
  'POST /api/redemptions/:id/reverse': {
    method: 'POST',
    path: ({ redemptionId }) => `/api/redemptions/${redemptionId}/reverse`,
    token: admin,
    body: () => ({ amount_cents: 1, ...reason() }),
    accepted: 200,
  },
  'POST /api/customers/:id/credit/adjustments': {
    method: 'POST',
    path: ({ customer }) => `/api/customers/${customer.id}/credit/adjustments`,
    token: admin,
    body: () => ({ amount_cents: 500, ...reason(), expires_at: '2099-01-01T00:00:00Z' }),
    accepted: 201,
  },
};

export const routeOf = (name: string): BodyRoute => {
  const route = BODY_ROUTES[name];
  if (route === undefined) throw new Error(`${name} is not in the table.`);
  return route;
};

/** A route's good body as JSON text, with one field written as `raw` says, even where no JSON value could. */
export function bodyWith(scene: Scene, name: string, field: string, raw: string): string {
  const members = Object.entries(without(routeOf(name).body(scene), field)).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{${[...members, `${JSON.stringify(field)}:${raw}`].join(',')}}`;
}

/** Sends a body as it stands, by the right caller. */
export function send(
  scene: Scene,
  name: string,
  body: string | Uint8Array | object,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { method, path, token } = routeOf(name);
  return scene.app.call(method, path(scene), { token: token?.(scene), body, headers });
}

/** The same, for a body that must leave no trace. */
export const sendInVain = (...call: Parameters<typeof send>): Promise<Reply> =>
  inVain(call[0].app, () => send(...call));
