import type { PromoAnswer } from '../../src/promo/promo.dto.js';
import type { Reply, TestApp } from '../support/app.js';
import {
  aCustomer,
  anEmail,
  aPromo,
  aTenant,
  codeOf,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { inVain, platformToken, without } from './expectations.js';

/** A tenant with one of everything that a body can speak of. */
export interface Scene {
  app: TestApp;
  tenant: TestTenant;
  customer: TestCustomer;
  code: string;
  promo: PromoAnswer;
}

export async function aScene(app: TestApp, currency = 'USD'): Promise<Scene> {
  const tenant = await aTenant(app, { currency });
  const customer = await aCustomer(app, tenant);
  const code = await codeOf(app, customer);
  return { app, tenant, customer, code, promo: await aPromo(app, tenant) };
}

/** A route that reads a body: where it is, who calls it, and a body that it takes. */
export interface BodyRoute {
  method: 'POST' | 'PUT' | 'PATCH';
  path: (scene: Scene) => string;
  token?: (scene: Scene) => string;
  body: (scene: Scene) => Record<string, unknown>;
  accepted: number;
}

const admin = ({ tenant }: Scene): string => tenant.admin;
const platform = ({ app }: Scene): string => platformToken(app);
let serial = 0;

/** Every route with a body, by its name in the router. A spec holds this list against the router itself. */
export const BODY_ROUTES: Record<string, BodyRoute> = {
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
    body: () => ({
      referral_enabled: true,
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'discount_percent',
      referral_reward_referee_value: 15,
    }),
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
    body: ({ tenant, code }) => ({ referral_code: code, tenant_slug: tenant.slug }),
    accepted: 200,
  },
  'POST /api/enrollments': {
    method: 'POST',
    path: () => '/api/enrollments',
    body: ({ tenant, code, promo }) => ({
      tenant_slug: tenant.slug,
      name: 'New',
      email: anEmail(),
      phone: '3',
      referral_code: code,
      promo_code: promo.code,
    }),
    accepted: 201,
  },
  'POST /api/enrollments/quote': {
    method: 'POST',
    path: () => '/api/enrollments/quote',
    body: ({ tenant, code, promo }) => ({
      tenant_slug: tenant.slug,
      referral_code: code,
      promo_code: promo.code,
      amount_cents: 1000,
    }),
    accepted: 200,
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
