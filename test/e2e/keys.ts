import { KEY_SCOPES } from '../../src/core/auth/key-scope.js';
import { anApiKey } from '../support/factories.js';
import type { Scene } from './scene.js';

/** What a key needs where a tenant's admin may call, if it is not `read` for a GET and `admin` for anything else. */
const SCOPES: Record<string, string> = {
  'POST /api/enrollments': 'enroll',
  'POST /api/redemptions': 'redeem',
  'POST /api/redemptions/preview': 'redeem',
  'POST /api/redemptions/:id/reverse': 'redeem',
  'GET /api/api-keys': 'no key',
  'POST /api/api-keys': 'no key',
  'DELETE /api/api-keys/:id': 'no key',
  'POST /api/api-keys/:id/rotate': 'no key',
  'GET /api/customers/:id/export': 'no key',
  'DELETE /api/customers/:id': 'no key',
  'POST /api/webhooks': 'no key',
  'POST /api/webhooks/:id/rotate-secret': 'no key',
  'POST /api/webhooks/:id/test': 'no key',
  'POST /api/webhooks/:id/replay': 'no key',
};

/** What of its body a route takes of a tenant's admin, and of no key. */
export const IN_PERSON_FIELDS: Record<string, readonly string[]> = { 'PATCH /api/webhooks/:id': ['url'] };

/** What a key needs on a route of that label: a scope, or `no key` where none is let in. */
export function keyScopeOf(route: string, label: string): string {
  if (!label.includes('tenant_admin')) return 'no key';
  return SCOPES[route] ?? (route.startsWith('GET') ? 'read' : 'admin');
}

/** Keys of the tenant, by what is particular about them. */
export async function keysOf({ app, tenant }: Scene): Promise<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const scope of KEY_SCOPES) keys[scope] = (await anApiKey(app, tenant, [scope])).key;
  const revoked = await anApiKey(app, tenant);
  await app.delete(`/api/api-keys/${revoked.id}`, tenant.admin);
  const expired = await anApiKey(app, tenant);
  await app.post(`/api/api-keys/${expired.id}/rotate`, { overlap_seconds: 0 }, tenant.admin);
  // Used already, as far as they know: so no refusal below is beside a row that changes for that reason.
  await app.database.sql(`update api_key set last_used_at = now() + interval '1 day'`);
  const unknown = `${revoked.key.slice(0, -64)}${'0'.repeat(64)}`;
  const ofNoTenant = revoked.key.replace(/^rk_[^_]+/, `rk_${'0'.repeat(26)}`);
  return { ...keys, revoked: revoked.key, expired: expired.key, unknown, 'of no tenant': ofNoTenant };
}
