import type { NewApiKeyAnswer } from '../../src/tenant/api-key/api-key.dto.js';
import type { AuditEntryAnswer } from '../../src/tenant/audit/audit.dto.js';
import type { Page } from '../../src/core/http/page.js';
import type { WebhookSecretAnswer } from '../../src/events/webhook/webhook.dto.js';
import { useTestApp } from '../support/app.js';
import { aTenant, aWebhook, type TestTenant } from '../support/factories.js';

const BY = { actor: 'admin:usr_test', address: '127.0.0.1' };

describe('GET /api/audit, for changes of access', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const audit = async (query = ''): Promise<AuditEntryAnswer[]> => {
    const { status, body } = await app.get<Page<AuditEntryAnswer>>(`/api/audit${query}`, tenant.admin);
    expect(status).toBe(200);
    return body.data;
  };
  const newest = async (): Promise<AuditEntryAnswer | undefined> => (await audit('?limit=1'))[0];

  it('records API keys created, rotated and revoked, but never their secrets', async () => {
    const { body: made } = await app.post<NewApiKeyAnswer>(
      '/api/api-keys',
      { name: 'billing', scopes: ['redeem'] },
      tenant.admin,
    );
    const { body: next } = await app.post<NewApiKeyAnswer>(
      `/api/api-keys/${made.id}/rotate`,
      {},
      tenant.admin,
    );
    await app.delete(`/api/api-keys/${next.id}`, tenant.admin);
    const told = await audit();
    expect(told).toMatchObject([
      { action: 'api_key.revoked', target_id: next.id, ...BY, before: { revoked_at: null } },
      { action: 'api_key.rotated', target_id: made.id, ...BY, before: { expires_at: null } },
      {
        action: 'api_key.created',
        target_id: made.id,
        ...BY,
        after: { name: 'billing', scopes: ['redeem'] },
      },
      { action: 'config.updated' },
    ]);
    for (const { key } of [made, next]) expect(JSON.stringify(told)).not.toContain(key.split('_').at(-1));
  });

  it('records webhooks created, updated, rotated and deleted, but never their secrets', async () => {
    const made = await aWebhook(app, tenant);
    const path = `/api/webhooks/${made.id}`;
    await app.patch(path, { description: 'the shop' }, tenant.admin);
    const { body: rotated } = await app.call<WebhookSecretAnswer>('POST', `${path}/rotate-secret`, {
      token: tenant.admin,
    });
    await app.delete(path, tenant.admin);
    const told = await audit(`?target_id=${made.id}`);
    expect(told).toMatchObject([
      { action: 'webhook.deleted', before: { description: 'the shop' }, after: null },
      { action: 'webhook.secret_rotated', before: { previous_secret_until: null } },
      { action: 'webhook.updated', before: { description: null }, after: { description: 'the shop' } },
      { action: 'webhook.created', ...BY, before: null, after: { url: 'https://8.8.8.8/hook' } },
    ]);
    for (const { secret } of [made, rotated]) expect(JSON.stringify(told)).not.toContain(secret.slice(6));
  });

  it('records an API key as the actor', async () => {
    const { body } = await app.post<NewApiKeyAnswer>(
      '/api/api-keys',
      { name: 'shop', scopes: ['admin'] },
      tenant.admin,
    );
    const promo = { code: 'A', discount_type: 'discount_percent', discount_value: 1 };
    await app.post('/api/promos', promo, body.key);
    expect(await newest()).toMatchObject({ action: 'promo.created', actor: `key:${body.id}` });
  });
});
