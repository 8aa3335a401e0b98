import { anApiKey } from '../support/factories.js';
import { anOpenReview, removeAWebhook, type Scene } from './scene.js';

/** A route that reads a body: where it is, who calls it, and a body that it takes. */
export interface BodyRoute {
  method: 'POST' | 'PUT' | 'PATCH';
  path: (scene: Scene) => string;
  token?: (scene: Scene) => string;
  body: (scene: Scene) => Record<string, unknown>;
  accepted: number;
  /** For what can be done to a thing only once: puts another in its place. */
  renew?: (scene: Scene) => Promise<void>;
}

const admin = ({ tenant }: Scene): string => tenant.admin;
let serial = 0;

const decision = (verb: string): BodyRoute => ({
  method: 'POST',
  path: ({ reviewId }) => `/api/reviews/${reviewId}/${verb}`,
  token: admin,
  body: () => ({ reason: 'looked into' }),
  accepted: 200,
  renew: async (scene) => {
    scene.reviewId = await anOpenReview(scene);
  },
});

/** Rules, reviews, webhooks and keys: what a tenant guards itself with, and lets others in by. */
export const GUARD_ROUTES: Record<string, BodyRoute> = {
  'PUT /api/abuse-rules': {
    method: 'PUT',
    path: () => '/api/abuse-rules',
    token: admin,
    body: () => ({
      same_email: 'off',
      same_phone: 'off',
      disposable_domain: 'off',
      velocity_referrer: 'observe',
      velocity_referrer_limit: 10,
      velocity_address: 'observe',
      velocity_address_limit: 5,
      same_address: 'observe',
    }),
    accepted: 200,
  },
  'POST /api/reviews/:id/approve': decision('approve'),
  'POST /api/reviews/:id/reject': decision('reject'),
  'POST /api/webhooks': {
    method: 'POST',
    path: () => '/api/webhooks',
    token: admin,
    body: () => ({
      url: `https://8.8.8.8/${++serial}`,
      events: ['promo.created'],
      description: 'Made',
      active: true,
    }),
    accepted: 201,
    renew: removeAWebhook,
  },
  'PATCH /api/webhooks/:id': {
    method: 'PATCH',
    path: ({ webhookId }) => `/api/webhooks/${webhookId}`,
    token: admin,
    body: () => ({ url: 'https://8.8.8.8/', events: ['*'], description: null, active: true }),
    accepted: 200,
  },
  'POST /api/webhooks/:id/replay': {
    method: 'POST',
    path: ({ webhookId }) => `/api/webhooks/${webhookId}/replay`,
    token: admin,
    body: () => ({ from_sequence: 1, to_sequence: 2 }),
    accepted: 200,
  },
  'POST /api/api-keys': {
    method: 'POST',
    path: () => '/api/api-keys',
    token: admin,
    body: () => ({ name: 'Made', scopes: ['read', 'redeem'] }),
    accepted: 201,
  },
  'POST /api/api-keys/:id/rotate': {
    method: 'POST',
    path: ({ apiKeyId }) => `/api/api-keys/${apiKeyId}/rotate`,
    token: admin,
    body: () => ({ overlap_seconds: 60 }),
    accepted: 201,
    renew: async (scene) => {
      scene.apiKeyId = (await anApiKey(scene.app, scene.tenant)).id;
    },
  },
};
