import { randomUUID } from 'node:crypto';
import { IdempotencySweepService } from '../../src/app/jobs/idempotency-sweep.service.js';
import { READS_ONLY } from '../../src/core/http/openapi.decorators.js';
import type { CustomerAnswer } from '../../src/customer/customer.dto.js';
import { IdempotencyService } from '../../src/edge/idempotency/idempotency.service.js';
import type { RedemptionAnswer } from '../../src/redemption/redemption.dto.js';
import { type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, anEmail, aTenant, statuses, type TestTenant } from '../support/factories.js';
import { BODY_ROUTES, routeOf } from './body-routes.js';
import { expectInvalid, expectProblem, inVain, platformToken } from './expectations.js';
import { aScene, type Scene } from './scene.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEYED = ['POST /api/tenants', 'POST /api/customers'];

interface OpenApi {
  paths: Record<string, { post?: Record<string, unknown> & { parameters?: { name: string }[] } }>;
}

const app = useTestApp();

const post = <Body>(path: string, body: unknown, key: string, token?: string): Promise<Reply<Body>> =>
  app.call<Body>('POST', path, { token, body, headers: { 'idempotency-key': key } });
const replayed = (reply: Reply): string | null => reply.headers.get('idempotent-replayed');
const person = (): { name: string; email: string } => ({ name: 'Ana', email: anEmail() });
const keyed = (scene: Scene, name: string, body: unknown, key: string): Promise<Reply> => {
  const { path, token } = routeOf(name);
  return post(path(scene), body, key, token?.(scene));
};

const openApi = async (): Promise<OpenApi> => (await app.get<OpenApi>('/api/openapi.json')).body;
const writing = Object.entries(BODY_ROUTES)
  .filter(([, { method }]) => method === 'POST')
  .map(([name]) => name)
  .filter((name) => !/validate|quote|preview|link-opened/.test(name));

describe.each(CURRENCIES)('a request with an Idempotency-Key, in $currency', ({ currency }) => {
  let scene: Scene;
  let tenant: TestTenant;

  beforeAll(async () => {
    scene = await aScene(app, currency);
    tenant = scene.tenant;
  });

  describe.each(writing)('%s', (name) => {
    it('is executed once, and gets the same answer again', async () => {
      const { body, accepted, renew } = routeOf(name);
      const sent = body(scene);
      const key = randomUUID();
      const first = await keyed(scene, name, sent, key);
      expect([first.status, replayed(first)]).toEqual([accepted, null]);
      const again = await inVain(app, () => keyed(scene, name, sent, key));
      expect([again.status, again.body, replayed(again)]).toEqual([first.status, first.body, 'true']);
      expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
      await renew?.(scene);
    });

    it('is refused with another body', async () => {
      const { body, renew } = routeOf(name);
      const sent = body(scene);
      const key = randomUUID();
      await keyed(scene, name, sent, key);
      const other = await inVain(app, () => keyed(scene, name, { ...sent, name: 'Other' }, key));
      expectProblem(other, 422, 'idempotency_key_reused');
      await renew?.(scene);
    });
  });

  it('scopes its key to its route, path, tenant and kind of caller', async () => {
    const key = randomUUID();
    const [ana, ben] = [await aCustomer(app, tenant), await aCustomer(app, tenant)];
    const other = await aTenant(app, { currency });
    const adjust = { amount_cents: 100, reason: 'sorry' };
    const newcomer = { ...person(), tenant_slug: tenant.slug };
    const replies = [
      await post(`/api/customers/${ana.id}/credit/adjustments`, adjust, key, tenant.admin),
      await post(`/api/customers/${ben.id}/credit/adjustments`, adjust, key, tenant.admin),
      await post('/api/customers', person(), key, tenant.admin),
      await post('/api/customers', person(), key, other.admin),
      await post('/api/enrollments', newcomer, key),
      await post('/api/enrollments', person(), key, tenant.admin),
    ];
    expect(statuses(replies)).toEqual({ 201: 6 });
    expect(replies.map(replayed)).toEqual(replies.map(() => null));
  });

  it('is executed each time without a key', async () => {
    const { id } = await aCustomer(app, tenant);
    const path = `/api/customers/${id}/credit/adjustments`;
    const grant = (): Promise<Reply> => app.post(path, { amount_cents: 100, reason: 'sorry' }, tenant.admin);
    await grant();
    await grant();
    const { body } = await app.get<{ balance_cents: number }>(`/api/customers/${id}/credit`, tenant.admin);
    expect(body.balance_cents).toBe(200);
  });

  it('replays 201 for a redemption, where a repeat without a key gets 200', async () => {
    const { id } = await aCustomer(app, tenant);
    const invoice = { customer_id: id, invoice_id: randomUUID(), currency, amount_cents: 100 };
    const key = randomUUID();
    const first = await post<RedemptionAnswer>('/api/redemptions', invoice, key, tenant.admin);
    expect((await post('/api/redemptions', invoice, key, tenant.admin)).status).toBe(201);
    expect((await app.post('/api/redemptions', invoice, tenant.admin)).body).toEqual(first.body);
  });
});

describe('a request with an Idempotency-Key', () => {
  let scene: Scene;
  let tenant: TestTenant;

  beforeAll(async () => {
    scene = await aScene(app);
    tenant = scene.tenant;
  });

  it('may be any POST that writes, as the description of the API says', async () => {
    const { paths } = await openApi();
    const takes = Object.entries(paths).flatMap(([path, { post }]) =>
      post?.parameters?.some(({ name }) => name === 'Idempotency-Key') === true ? [path] : [],
    );
    const others = Object.entries(paths).flatMap(([path, { post }]) =>
      post?.[READS_ONLY] === true ? [path] : [],
    );
    expect(takes).toEqual(
      expect.arrayContaining(writing.map((name) => name.slice(5).replace(':id', '{id}'))),
    );
    expect(others.toSorted()).toEqual([
      '/api/enrollments/quote',
      '/api/promos/validate',
      '/api/redemptions/preview',
      '/api/referrals/config/preview',
      '/api/referrals/link-opened',
      '/api/referrals/validate',
    ]);
  });

  it('is the same request however its body is written', async () => {
    const { name, email } = person();
    const key = randomUUID();
    const first = await post('/api/customers', `{"name":"${name}","email":"${email}"}`, key, tenant.admin);
    const again = await post(
      '/api/customers',
      `{ "email": "${email}",\n"name": "${name}" }`,
      key,
      tenant.admin,
    );
    expect([again.status, again.body, replayed(again)]).toEqual([201, first.body, 'true']);
  });

  it('keeps its key usable after invalid input', async () => {
    const key = randomUUID();
    const { name, email } = person();
    const refused = await inVain(app, () => post('/api/customers', { name }, key, tenant.admin));
    expectInvalid(refused, 'email');
    const unknown = { ...person(), tenant_slug: 'nobody-there' };
    expectProblem(await post('/api/enrollments', unknown, key), 404, 'tenant_not_found');
    expect((await post('/api/customers', { name, email }, key, tenant.admin)).status).toBe(201);
    expect((await post('/api/enrollments', { ...unknown, tenant_slug: tenant.slug }, key)).status).toBe(201);
  });

  it('keeps its key usable after a rule refused it', async () => {
    const key = randomUUID();
    const taken = await aCustomer(app, tenant);
    const enrolling = { tenant_slug: tenant.slug, name: 'Ana', email: taken.email };
    expectProblem(await inVain(app, () => post('/api/enrollments', enrolling, key)), 409, 'customer_exists');
    await app.patch(`/api/customers/${taken.id}`, { email: anEmail() }, tenant.admin);
    expect((await post('/api/enrollments', enrolling, key)).status).toBe(201);
  });

  it('is stored for 24 hours, and then deleted', async () => {
    const key = randomUUID();
    const enrolling = { ...person(), tenant_slug: tenant.slug };
    await post('/api/enrollments', enrolling, key);
    app.setClockAhead(DAY_MS - 60_000);
    expect(replayed(await post('/api/enrollments', enrolling, key))).toBe('true');
    app.setClockAhead(DAY_MS + 60_000);
    expectProblem(await post('/api/enrollments', enrolling, key), 409, 'customer_exists');
    const other = { ...enrolling, email: anEmail() };
    expect((await post('/api/enrollments', other, key)).status).toBe(201);
    expect(replayed(await post('/api/enrollments', other, key))).toBe('true');
  });

  it('leaves nothing behind when it is deleted, and is not deleted too early', async () => {
    const own = await aTenant(app);
    await post('/api/customers', person(), 'old', own.admin);
    app.setClockAhead(DAY_MS - 60_000);
    await post('/api/customers', person(), 'young', own.admin);
    app.setClockAhead(DAY_MS + 60_000);
    await app.nest.get(IdempotencyService).purge(own.id);
    const kept = await app.database.sql('select key from idempotency_key where tenant_id = $1', [own.id]);
    expect(kept).toEqual([{ key: 'young' }]);
  });

  it('is stored sealed, because the answer may be for its caller only', async () => {
    const key = randomUUID();
    const { body } = await post<CustomerAnswer>('/api/customers', person(), key, tenant.admin);
    const [kept] = await app.database.sql<{ answer: string }>(
      'select answer from idempotency_key where key = $1',
      [key],
    );
    expect(kept?.answer).toMatch(/^[\w-]+$/);
    expect(Buffer.from(kept?.answer ?? '', 'base64url').toString('latin1')).not.toContain(body.email);
  });

  it.each([
    ['empty', ''],
    ['of 256 characters', 'k'.repeat(256)],
    ['with a letter beyond ASCII', 'schl\u00fcssel'],
    ['with a tab', 'a\tb'],
  ])('is refused with a key that is %s', async (_, key) => {
    expectInvalid(
      await inVain(app, () => post('/api/customers', person(), key, tenant.admin)),
      'Idempotency-Key',
    );
  });

  it.each(KEYED)('accepts a key of 255 printable characters: %s', async (name) => {
    const { body, accepted } = routeOf(name);
    const key = `${' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'.trim()}${'k'.repeat(255)}`.slice(0, 255);
    expect((await keyed(scene, name, body(scene), key)).status).toBe(accepted);
  });

  it('is ignored for a POST that writes nothing', async () => {
    const asked = { referral_code: scene.customer.code, tenant_slug: tenant.slug };
    await inVain(app, async () => {
      await post('/api/referrals/validate', asked, 'same');
      expect(replayed(await post('/api/referrals/validate', asked, 'same'))).toBeNull();
    });
  });

  it('requires the same permission for a replay', async () => {
    const key = randomUUID();
    const sent = person();
    await post('/api/customers', sent, key, tenant.admin);
    expectProblem(await post('/api/customers', sent, key), 401, 'unauthenticated');
    expectProblem(await post('/api/customers', sent, key, scene.customer.token), 403, 'wrong_kind_of_token');
  });
});

const HOUR_MS = 60 * 60_000;

describe('answers kept for an Idempotency-Key', () => {
  it.each([
    [23, 1],
    [25, 0],
  ])('after %i hours: %i left', async (hours, left) => {
    const { id, admin: token } = await aTenant(app);
    const person = { name: 'Zoe Quillfeather', email: anEmail() };
    const headers = { 'idempotency-key': 'one' };
    expect((await app.call('POST', '/api/customers', { token, body: person, headers })).status).toBe(201);
    app.setClockAhead(hours * HOUR_MS);
    await app.nest.get(IdempotencySweepService).run();
    app.setClockAhead(0);
    expect(await app.database.count(`idempotency_key where tenant_id = '${id}'`)).toBe(left);
  });

  it.each([
    [23, 1],
    [25, 0],
  ])("of the platform's own, after %i hours: %i left", async (hours, left) => {
    const key = `platform-${hours}`;
    const body = { slug: key, name: 'Some Tenant' };
    const headers = { 'idempotency-key': key };
    const token = platformToken(app);
    expect((await app.call('POST', '/api/tenants', { token, body, headers })).status).toBe(201);
    app.setClockAhead(hours * HOUR_MS);
    await app.nest.get(IdempotencySweepService).run();
    app.setClockAhead(0);
    expect(await app.database.count('idempotency_key where key = $1', [key])).toBe(left);
  });
});
