import { Client } from 'pg';
import { type Reply, TestApp, useTestApp } from '../support/app.js';
import {
  aCustomer,
  anApiKey,
  aTenant,
  atOnce,
  statuses,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { expectProblem, platformToken } from './expectations.js';

const LIMIT = 20;
const FAILURES = 3;
const PROTECTED = '/api/referrals/config';

/** What a forged key looks like: the form is right, the tenant may be, the secret is not. */
const forged = (tenantId: string): string => `rk_${tenantId.slice('ten_'.length)}_${'0f'.repeat(32)}`;

describe('limits on requests with a token', () => {
  const app = useTestApp({
    tenantLimit: LIMIT,
    publicLimit: FAILURES,
    trustProxy: ['127.0.0.1'],
  });
  let tenant: TestTenant;
  let customer: TestCustomer;
  let hour = 0;

  beforeEach(async () => {
    app.setClockAhead(++hour * 3_600_000);
    tenant = await aTenant(app);
    customer = await aCustomer(app, tenant);
    app.setClockAhead(++hour * 3_600_000);
  });

  const read = (token: string, address = '203.0.113.1'): Promise<Reply> =>
    app.call('GET', PROTECTED, { token, headers: { 'x-forwarded-for': address } });
  const visit = (token = customer.token): Promise<Reply> => app.get('/api/referrals/my-code', token);

  describe('of a tenant', () => {
    it('allow exactly the configured number from any address, and state the quota in each response', async () => {
      const replies = await atOnce(LIMIT + 15, (index) => read(tenant.admin, `198.51.100.${index}`));
      expect(statuses(replies)).toEqual({ 200: LIMIT, 429: 15 });
      for (const { headers } of replies)
        expect(headers.get('ratelimit-policy')).toBe(`"token";q=${LIMIT};w=60`);
      for (const refused of replies.filter(({ status }) => status !== 200)) {
        expectProblem(refused, 429, 'too_many_requests');
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    });

    it('count its admins and keys together, and apart from other tenants', async () => {
      const { key } = await anApiKey(app, tenant);
      await atOnce(LIMIT - 1, (index) => read(index % 2 === 0 ? key : tenant.admin));
      expect((await read(key)).status).toBe(429);
      app.setClockAhead(hour * 3_600_000);
      const other = await aTenant(app);
      expect((await read(other.admin)).status).toBe(200);
    });

    it("count its customers separately, so that neither group uses up the other's quota", async () => {
      expect(statuses(await atOnce(LIMIT + 5, () => visit()))).toEqual({ 200: LIMIT, 429: 5 });
      expect((await read(tenant.admin)).status).toBe(200);
      await atOnce(LIMIT, () => read(tenant.admin));
      expect((await read(tenant.admin)).status).toBe(429);
      app.setClockAhead(++hour * 3_600_000);
      expect((await visit()).status).toBe(200);
    });

    it('do not apply to the platform', async () => {
      const replies = await atOnce(LIMIT + 5, () => app.get('/api/tenants', platformToken(app)));
      expect(statuses(replies)).toEqual({ 200: LIMIT + 5 });
    });
  });

  describe('that are invalid', () => {
    it.each([
      ['forged keys of the tenant', (): string => forged(tenant.id)],
      ['keys of tenants that do not exist', (): string => forged('ten_00000000000000000000000000')],
      ['garbage', (): string => 'x.y.z'],
      ['tokens by another secret', (): string => `${tenant.admin.slice(0, -4)}AAAA`],
    ])('are rejected as too many beyond the limit: %s', async (_, token) => {
      const replies = await atOnce(20, () => read(token()));
      expect(statuses(replies)).toEqual({ 401: FAILURES, 429: 20 - FAILURES });
      const refused = await read(token());
      expectProblem(refused, 429, 'too_many_requests');
      expect(refused.headers.get('ratelimit-policy')).toBe(`"credentials";q=${FAILURES};w=60`);
      expect((await read(token(), '203.0.113.2')).status).toBe(401);
    });

    it('cause no database look-up beyond the limit', async () => {
      const asked = jest.spyOn(Client.prototype, 'query');
      const lookUps = (): number =>
        asked.mock.calls.filter(([sent]) => (sent as { name?: string }).name === 'api_key_good_by_hash')
          .length;
      await atOnce(FAILURES, () => read(forged(tenant.id)));
      expect(lookUps()).toBe(FAILURES);
      await atOnce(50, () => read(forged(tenant.id)));
      expect(lookUps()).toBe(FAILURES);
      asked.mockRestore();
    });

    it("don't lock out valid tokens, or recently verified keys, behind the same address", async () => {
      const { key } = await anApiKey(app, tenant);
      const { key: unused } = await anApiKey(app, tenant);
      app.setClockAhead(++hour * 3_600_000);
      expect((await read(key)).status).toBe(200);
      await atOnce(10, () => read(forged(tenant.id)));
      expect([(await read(tenant.admin)).status, (await read(key)).status]).toEqual([200, 200]);
      expectProblem(await read(unused), 429, 'too_many_requests'); // it can't be told from a guess without a look-up
      expect((await read(unused, '203.0.113.9')).status).toBe(200);
      expect((await read(unused)).status).toBe(200);
    });

    it('do not include requests without a token', async () => {
      const replies = await atOnce(10, () =>
        app.call('GET', PROTECTED, { headers: { 'x-forwarded-for': '203.0.113.1' } }),
      );
      expect(statuses(replies)).toEqual({ 401: 10 });
    });
  });
});

it("limits allow one customer no more than a tenth of its tenant's quota", async () => {
  const app = await TestApp.start({ tenantLimit: 2_000 });
  const tenant = await aTenant(app);
  const [one, other] = [await aCustomer(app, tenant), await aCustomer(app, tenant)];
  const replies = await atOnce(210, () => app.get('/api/referrals/my-code', one.token));
  expect(statuses(replies)).toEqual({ 200: 200, 429: 10 });
  expect((await app.get('/api/referrals/my-code', other.token)).status).toBe(200);
  await app.stop();
});
