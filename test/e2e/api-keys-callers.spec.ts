import { createHash } from 'node:crypto';
import { KEY_SCOPES } from '../../src/core/auth/key-scope.js';
import type { EnrollmentAnswer } from '../../src/enrollment/enrollment.dto.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { aCustomer, anApiKey, anEmail, aTenant, aWebhook, type TestTenant } from '../support/factories.js';
import { eventually } from '../support/process.js';
import { expectInvalid, expectProblem, inVain, platformToken } from './expectations.js';

describe('with an API key', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const ask = (key: string): Promise<Reply> => app.get('/api/referrals/config', key);
  const head = async (path: string, key: string): Promise<number> => {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${app.url}${path}`, { method: 'HEAD', headers })).status;
  };
  const wasUsed = async (id: string): Promise<boolean> =>
    (await app.database.count('api_key where id = $1 and last_used_at is not null', [id])) === 1;

  it('a system enrolls people into its own tenant, and only there', async () => {
    const { id, key } = await anApiKey(app, tenant, ['enroll']);
    const person = { name: 'New Friend', email: anEmail() };
    const { status, body } = await app.post<EnrollmentAnswer>('/api/enrollments', person, key);
    expect(status).toBe(201);
    const of = 'customer where tenant_id = $1 and id = $2';
    expect(await app.database.count(of, [tenant.id, body.customer_id])).toBe(1);
    const other = await aTenant(app);
    const addressed = { ...person, email: anEmail(), tenant_slug: other.slug };
    expectInvalid(await app.post('/api/enrollments', addressed, key), 'tenant_slug');
    await app.delete(`/api/api-keys/${id}`, tenant.admin);
    expectProblem(await app.post('/api/enrollments', person, key), 401, 'unauthenticated');
  });

  it('a system redeems invoices, under the name of the key', async () => {
    const { id, key } = await anApiKey(app, tenant, ['redeem']);
    const customer = await aCustomer(app, tenant);
    const invoice = { customer_id: customer.id, invoice_id: 'INV-1', currency: 'USD', amount_cents: 1000 };
    const { status, body } = await app.post<RedemptionAnswer>('/api/redemptions', invoice, key);
    expect(status).toBe(201);
    const [row] = await app.database.sql('select created_by from redemption where id = $1', [body.id]);
    expect(row).toEqual({ created_by: `key:${id}` });
    expectProblem(await app.get(`/api/redemptions/${body.id}`, key), 403, 'insufficient_scope');
  });

  it('nobody makes, sees, rotates or revokes keys', async () => {
    const { id, key } = await anApiKey(app, tenant, KEY_SCOPES);
    expect((await ask(key)).status).toBe(200);
    await eventually(() => wasUsed(id));
    await inVain(app, async () => {
      const request = { name: 'Another', scopes: ['admin'] };
      for (const reply of [
        await app.get('/api/api-keys', key),
        await app.post('/api/api-keys', request, key),
        await app.post(`/api/api-keys/${id}/rotate`, {}, key),
        await app.delete(`/api/api-keys/${id}`, key),
      ])
        expectProblem(reply, 403, 'wrong_kind_of_token');
    });
  });

  it("a system changes a webhook, but not its URL, and can't replay events", async () => {
    const full = await anApiKey(app, tenant, KEY_SCOPES);
    const { key } = full;
    const reader = await anApiKey(app, tenant, ['read']);
    const webhook = await aWebhook(app, tenant, { url: 'https://8.8.8.8/hook' });
    const path = `/api/webhooks/${webhook.id}`;
    const changes = { active: false, description: 'Paused', events: ['promo.created'] };
    const changed = await app.patch(path, changes, key);
    expect(changed).toMatchObject({ status: 200, body: { ...changes, url: webhook.url } });
    const elsewhere = 'https://8.8.4.4/theirs';
    expect((await ask(reader.key)).status).toBe(200);
    for (const { id } of [full, reader]) await eventually(() => wasUsed(id));
    await inVain(app, async () => {
      for (const url of [elsewhere, webhook.url, '', 'nonsense', null, 7, {}, []]) {
        expectProblem(await app.patch(path, { url, active: true }, key), 403, 'wrong_kind_of_token');
      }
      const spelt = `{"\\u0075rl": "${elsewhere}", "active": true}`;
      for (const [way, where, body] of [
        ['PATCH', path, spelt],
        ['POST', `${path}/test`, undefined],
        ['POST', `${path}/replay`, { from_sequence: 1 }],
      ] as const)
        expectProblem(await app.call(way, where, { token: key, body }), 403, 'wrong_kind_of_token');
      expectProblem(await app.patch(path, { url: elsewhere }, reader.key), 403, 'insufficient_scope');
    });
    const inPerson = await app.patch(path, { url: elsewhere }, tenant.admin);
    expect(inPerson).toMatchObject({ status: 200, body: { url: elsewhere } });
  });

  it('HEAD needs the same scope as GET', async () => {
    const reader = await anApiKey(app, tenant, ['read']);
    const redeemer = await anApiKey(app, tenant, ['redeem']);
    expect(await head('/api/customers', reader.key)).toBe(200);
    expect(await head('/api/customers', redeemer.key)).toBe(403);
  });

  it('nobody gets in while its tenant is suspended', async () => {
    const { key } = await anApiKey(app, tenant);
    await app.patch(`/api/tenants/${tenant.id}`, { status: 'suspended' }, platformToken(app));
    expectProblem(await ask(key), 403, 'tenant_suspended');
  });

  it.each<[string, (key: string, other: TestTenant) => string]>([
    ["under another tenant's name", (key, other) => key.replace(/^rk_[^_]+/, `rk_${other.id.slice(4)}`)],
    ['of another secret', (key) => `${key.slice(0, -64)}${'ab'.repeat(32)}`],
    ['that lacks a digit', (key) => key.slice(0, -1)],
    ['with a digit more', (key) => `${key}0`],
    ['in capitals', (key) => key.toUpperCase()],
    [
      'that is its own hash',
      (key) => `${key.slice(0, -64)}${createHash('sha256').update(key.slice(-64)).digest('hex')}`,
    ],
    ['without a secret', (key) => key.slice(0, -64)],
    ['that is a statement', (key) => key.replace(/^rk_[^_]{26}/, "rk_x' or true; select 1234567")],
  ])('nobody gets in by one %s', async (_, forged) => {
    const { key } = await anApiKey(app, tenant);
    expectProblem(await ask(forged(key, await aTenant(app))), 401, 'unauthenticated');
  });
});
