import { createHash } from 'node:crypto';
import type { ApiKeyAnswer, NewApiKeyAnswer } from '../../src/tenant/api-key/api-key.dto.js';
import type { Page } from '../../src/core/http/page.js';
import { type Reply, useTestApp } from '../support/app.js';
import { anApiKey, atOnce, aTenant, statuses, type TestTenant } from '../support/factories.js';
import { eventually } from '../support/process.js';
import { eventsOf, expectProblem, inVain, pagesOf, without } from './expectations.js';

const DAY_MS = 86_400_000;

describe('API keys', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app)));

  const listed = async (): Promise<ApiKeyAnswer[]> =>
    (await app.get<Page<ApiKeyAnswer>>('/api/api-keys', tenant.admin)).body.data;
  const ask = (key: string): Promise<Reply> => app.get('/api/referrals/config', key);
  const expectGood = async (key: string): Promise<void> => {
    expect((await ask(key)).status).toBe(200);
  };
  const expectNoGood = async (key: string): Promise<void> => {
    expectProblem(await ask(key), 401, 'unauthenticated');
  };
  const rotate = (id: string, body: object = {}): Promise<Reply<NewApiKeyAnswer>> =>
    app.post<NewApiKeyAnswer>(`/api/api-keys/${id}/rotate`, body, tenant.admin);
  const revoke = (id: string): Promise<Reply> => app.delete(`/api/api-keys/${id}`, tenant.admin);
  const usedAt = async (id: string): Promise<string | null> =>
    (await listed()).find((key) => key.id === id)?.last_used_at ?? null;

  describe('a new one', () => {
    it('is shown once, never cached, and valid at once', async () => {
      const request = { name: 'Billing', scopes: ['redeem', 'read'] };
      const { status, headers, body } = await app.post<NewApiKeyAnswer>(
        '/api/api-keys',
        request,
        tenant.admin,
      );
      expect(status).toBe(201);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({
        ...request,
        created_by: 'admin:usr_test',
        expires_at: null,
        revoked_at: null,
      });
      expect(body.key).toMatch(/^rk_[0-9a-z]{26}_[0-9a-f]{64}$/);
      expect(body.key.startsWith(body.prefix)).toBe(true);
      expect(await listed()).toEqual([without(body, 'key')]);
      await expectGood(body.key);
    });

    it('is stored as a hash only', async () => {
      const { key } = await anApiKey(app, tenant);
      const secret = key.slice(-64);
      const hash = createHash('sha256').update(secret).digest('hex');
      const holding = async (text: string): Promise<string[]> => {
        const tables = await app.database.sql<{ name: string }>(
          `select tablename as name from pg_tables where schemaname = 'public'`,
        );
        const found: string[] = [];
        for (const { name } of tables)
          if ((await app.database.count(`"${name}" t where strpos(t::text, $1) > 0`, [text])) > 0)
            found.push(name);
        return found;
      };
      expect(await holding(hash)).toEqual(['api_key']);
      expect(await holding(secret)).toEqual([]);
      expect(JSON.stringify(await listed())).not.toMatch(new RegExp(`${secret}|${hash}`));
    });

    it('is limited to fifty, however many are created at once', async () => {
      await atOnce(40, () => anApiKey(app, tenant));
      const request = { name: 'One More', scopes: ['read'] };
      const replies = await atOnce(50, () => app.post('/api/api-keys', request, tenant.admin));
      expect(statuses(replies)).toEqual({ 201: 10, 409: 40 });
      expectProblem(await app.post('/api/api-keys', request, tenant.admin), 409, 'too_many_api_keys');
      const [{ id } = { id: '' }] = await listed();
      expect((await rotate(id)).status).toBe(201);
      const [newest] = await listed();
      await revoke(newest?.id ?? '');
      expect((await app.post('/api/api-keys', request, tenant.admin)).status).toBe(201);
    });
  });

  describe('a list of them', () => {
    it('is newest first, page by page, and of this tenant', async () => {
      const made = [await anApiKey(app, tenant), await anApiKey(app, tenant), await anApiKey(app, tenant)];
      await anApiKey(app, await aTenant(app));
      const pages = await pagesOf<ApiKeyAnswer>(app, '/api/api-keys', tenant.admin);
      expect(pages.map((page) => page.map(({ id }) => id))).toEqual([
        [made[2]?.id, made[1]?.id],
        [made[0]?.id],
      ]);
    });
  });

  describe('revoking', () => {
    it('takes effect with the next request, and once', async () => {
      const { id, key } = await anApiKey(app, tenant);
      const other = await anApiKey(app, tenant);
      await expectGood(key);
      expect((await revoke(id)).status).toBe(204);
      await expectNoGood(key);
      await expectGood(other.key);
      const [, revoked] = await listed();
      expect(revoked?.revoked_at).not.toBeNull();
      expect(statuses(await atOnce(10, () => revoke(id)))).toEqual({ 204: 10 });
      expect((await listed())[1]).toEqual(revoked);
      const events = await eventsOf(app, tenant);
      expect(events.filter((type) => type.startsWith('api_key'))).toEqual([
        'api_key.created',
        'api_key.created',
        'api_key.revoked',
      ]);
    });

    it("can't be undone by a rotation", async () => {
      const { id } = await anApiKey(app, tenant);
      await revoke(id);
      expectProblem(await inVain(app, () => rotate(id)), 409, 'api_key_not_active');
    });
  });

  describe('rotating', () => {
    it('creates a key like it, while the old one stays valid for a day', async () => {
      const old = await anApiKey(app, tenant, ['read', 'enroll']);
      const { status, headers, body } = await rotate(old.id);
      expect(status).toBe(201);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({ name: old.name, scopes: old.scopes, expires_at: null });
      expect(body.id).not.toBe(old.id);
      const ends = (await listed()).find(({ id }) => id === old.id)?.expires_at ?? '';
      expect(Date.parse(ends) - Date.parse(body.created_at)).toBe(DAY_MS);
      for (const key of [old.key, body.key]) await expectGood(key);
      app.setClockAhead(DAY_MS - 5_000);
      await expectGood(old.key);
      app.setClockAhead(DAY_MS);
      await expectNoGood(old.key);
      await expectGood(body.key);
    });

    it('ends the old one at once when no overlap is wanted', async () => {
      const old = await anApiKey(app, tenant);
      const { body } = await rotate(old.id, { overlap_seconds: 0 });
      await expectNoGood(old.key);
      await expectGood(body.key);
    });

    it('happens once, however many ask at once', async () => {
      const { id } = await anApiKey(app, tenant);
      const replies = await atOnce(20, () => rotate(id, { overlap_seconds: 604_800 }));
      expect(statuses(replies)).toEqual({ 201: 1, 409: 19 });
      expect(await listed()).toHaveLength(2);
      const events = await eventsOf(app, tenant);
      expect(events.filter((type) => type === 'api_key.rotated')).toHaveLength(1);
    });

    it('leaves the old one to be revoked before its time', async () => {
      const old = await anApiKey(app, tenant);
      await rotate(old.id);
      expect((await revoke(old.id)).status).toBe(204);
      await expectNoGood(old.key);
    });
  });

  describe('the last use', () => {
    it('is recorded at most once a minute, however busy the key is', async () => {
      const { id, key } = await anApiKey(app, tenant);
      expect(await usedAt(id)).toBeNull();
      await atOnce(20, () => expectGood(key));
      await eventually(async () => (await usedAt(id)) !== null);
      const [before] = await versionsOf(id);
      await atOnce(20, () => expectGood(key));
      expect(await versionsOf(id)).toEqual([before]);
      app.setClockAhead(61_000);
      const noted = await usedAt(id);
      await expectGood(key);
      await eventually(async () => (await usedAt(id)) !== noted);
    });

    it('delays and fails no request', async () => {
      const { id, key } = await anApiKey(app, tenant);
      await app.database.sql('begin');
      await app.database.sql('select from api_key where id = $1 for update', [id]);
      await expectGood(key);
      await app.database.sql('rollback');
      await eventually(async () => (await usedAt(id)) !== null);
      await app.database.sql('revoke update on api_key from referral_service');
      await app.database.sql('revoke update (last_used_at) on api_key from referral_service');
      app.setClockAhead(61_000);
      await expectGood(key);
      await expectGood(key);
      await app.database.sql('grant update (last_used_at) on api_key to referral_service');
    });

    /** Which version of the row there is: another one after each write. */
    const versionsOf = (id: string): Promise<{ version: string }[]> =>
      app.database.sql('select xmin::text as version from api_key where id = $1', [id]);
  });
});
