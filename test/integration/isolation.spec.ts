import type { CreditStatementAnswer } from '../../src/reward/credit/credit.dto.js';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import { type ProblemBody, type Reply, useTestApp } from '../support/app.js';
import { CURRENCIES } from '../support/currencies.js';
import { aCustomer, anEmail, aPromo, enroll, grantCredit, redeem } from '../support/factories.js';
import { idIn, routesIn, routesOf, samplesOf, TABLE_HEADERS } from '../support/routes.js';

import { aWorld, type Page, SHARED, type World } from './world.js';

describe('a tenant', () => {
  const app = useTestApp();
  let ours: World;
  let theirs: World;
  let before: string;

  beforeAll(() => arrange());
  afterEach(async () => {
    if ((await everythingOf(theirs)) !== before) throw new Error('Rows of another tenant have changed.');
  });

  async function arrange(currency?: string): Promise<void> {
    ours = await aWorld(app, currency);
    theirs = await aWorld(app, currency);
    before = await everythingOf(theirs);
  }

  /** Every row of a tenant in every table that has tenants. */
  async function everythingOf({ tenantId }: World): Promise<string> {
    const tables = await app.database.sql<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    );
    const rows: object[] = [];
    for (const { name } of tables)
      rows.push(
        await app.database.sql(`select * from ${name} t where tenant_id = $1 order by t::text`, [tenantId]),
      );
    return JSON.stringify(rows);
  }

  const withFilter = (path: string, name: string, value: string): Promise<Reply<Page<unknown>>> =>
    app.get(`${path}?${name}=${value}`, ours.tenant.admin);

  it('is tried on every route there is', async () => {
    const { body } = await app.get<{ paths: Record<string, object> }>('/api/openapi.json');
    expect(routesOf(samplesOf(theirs)).toSorted()).toEqual(routesIn(body).toSorted());
  });

  it("finds nothing by another tenant's id, on any route with an id", async () => {
    const samples = samplesOf(theirs).filter(
      ({ path, sender }) => path.includes('{id}') && sender === 'admin',
    );
    expect(samples.length).toBeGreaterThan(12);
    for (const { method, path, body } of samples) {
      const url = path.replace('{id}', idIn(path, theirs));
      const own = path.replace('{id}', 'no_such_id');
      const reply = await app.call<ProblemBody>(method, url, { token: ours.tenant.admin, body });
      const unknown = await app.call<ProblemBody>(method, own, { token: ours.tenant.admin, body });
      expect([method, url, reply.status]).toEqual([method, url, 404]);
      expect(reply.body.code).toBe(unknown.body.code);
    }
  });

  it('may not look at tenants at all', async () => {
    for (const { method, path, body } of samplesOf(theirs).filter(({ sender }) => sender === 'platform')) {
      const url = path.replace('{id}', theirs.tenantId);
      for (const token of [ours.tenant.admin, ours.customer.token])
        expect((await app.call(method, url, { token, body })).status).toBe(403);
    }
  });

  it.each([
    '/api/customers',
    '/api/promos',
    '/api/referrals',
    '/api/rewards',
    '/api/redemptions',
    '/api/api-keys',
    '/api/reviews',
  ])('lists its own at %s, with a cursor of another tenant too', async (path) => {
    const list = async (world: World, query: string): Promise<Page<{ id: string }>> =>
      (await app.get<Page<{ id: string }>>(`${path}?${query}`, world.tenant.admin)).body;
    const own = (await list(ours, 'limit=100')).data.map(({ id }) => id);
    const foreign = (await list(theirs, 'limit=100')).data.map(({ id }) => id);
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((id) => foreign.includes(id) && id !== SHARED.id)).toEqual([]);
    const { next_cursor } = await list(theirs, 'limit=1');
    const page = await list(ours, `limit=100&cursor=${next_cursor ?? ''}`);
    expect(own).toEqual(expect.arrayContaining(page.data.map(({ id }) => id)));
  });

  it.each<[string, string, (world: World) => string]>([
    ['/api/referrals', 'referrer_customer_id', (world) => world.customerId],
    ['/api/referrals', 'q', (world) => world.customer.email],
    ['/api/rewards', 'customer_id', (world) => world.customerId],
    ['/api/rewards', 'referral_id', (world) => world.referralId],
    ['/api/redemptions', 'customer_id', (world) => world.customerId],
    ['/api/redemptions', 'invoice_id', (world) => world.invoiceId],
    ['/api/customers', 'q', (world) => world.customer.email],
    ['/api/promos', 'q', (world) => world.promoCode],
  ])('finds its own and not theirs at %s by %s', async (path, name, value) => {
    expect((await withFilter(path, name, value(theirs))).body.data).toEqual([]);
    expect((await withFilter(path, name, value(ours))).body.data).not.toEqual([]);
  });

  it('changes its own customer when another tenant has one with the same id', async () => {
    const path = `/api/customers/${SHARED.id}`;
    const patched = await app.patch(
      path,
      { name: 'Renamed', email: 'renamed@example.com' },
      ours.tenant.admin,
    );
    expect(patched.status).toBe(200);
    expect((await app.get(path, theirs.tenant.admin)).body).toMatchObject(SHARED);
  });

  it("may give its customers ids, addresses and codes that another tenant's have", async () => {
    const { id, email } = theirs.customer;
    const customer = { id, name: 'Ours Now', email };
    expect((await app.post('/api/customers', customer, ours.tenant.admin)).status).toBe(201);
    await aPromo(app, ours.tenant, { code: theirs.promoCode });
    const token = app.tokens.issue({ audience: 'customer', subject: id, tenantId: ours.tenantId });
    const { body } = await app.get<MyCodeAnswer>('/api/referrals/my-code', token);
    expect(body).toMatchObject({ enrollment_slug: ours.slug, referral_count: 0 });
    expect(body.referral_code).not.toBe(theirs.referralCode);
  });

  it('knows no customer of another tenant by a token of its own', async () => {
    const subject = (await aCustomer(app, theirs.tenant)).id;
    before = await everythingOf(theirs);
    const token = app.tokens.issue({ audience: 'customer', subject, tenantId: ours.tenantId });
    expect((await app.get('/api/referrals/my-code', token)).status).toBe(404);
    expect((await app.get('/api/referrals/mine', token)).status).toBe(404);
    expect((await app.get('/api/credit/mine', token)).status).toBe(404);
  });

  it("takes another tenant's codes for none", async () => {
    const promo = await aPromo(app, theirs.tenant);
    before = await everythingOf(theirs);
    const codes = { tenant_slug: ours.slug, referral_code: theirs.referralCode, promo_code: promo.code };
    const nothing = { status: 'invalid', reason: 'invalid_code' };
    const invalid = { valid: false, reason: 'invalid_code' };
    const { tenant_slug, referral_code, promo_code } = codes;
    const validated = await app.post('/api/referrals/validate', { tenant_slug, referral_code });
    expect(validated.body).toEqual(invalid);
    expect((await app.post('/api/promos/validate', { tenant_slug, promo_code })).body).toEqual(invalid);
    const outcome = { referral: nothing, promo: nothing, discounts: [] };
    expect((await app.post('/api/enrollments/quote', codes)).body).toMatchObject(outcome);
    expect((await enroll(app, ours.tenant, codes)).body).toMatchObject(outcome);
  });

  it('enrolls nobody with another tenant', async () => {
    const person = { tenant_slug: theirs.slug, name: 'Stray', email: anEmail() };
    const reply = await app.post<ProblemBody>('/api/enrollments', person, ours.tenant.admin);
    expect([reply.status, reply.body.errors?.[0]?.field]).toEqual([422, 'tenant_slug']);
  });

  it("changes nothing of another tenant's, on any route without an id", async () => {
    const samples = samplesOf(theirs).filter(
      ({ path, sender }) => !path.includes('{id}') && sender !== 'platform',
    );
    for (const { method, path, sender, query = '', body, table } of samples) {
      const tokens = { admin: ours.tenant.admin, customer: ours.customer.token };
      const token = sender === 'admin' || sender === 'customer' ? tokens[sender] : undefined;
      const addressed = {
        ...body,
        ...(sender === 'public' ? { tenant_slug: ours.slug } : {}),
        ...('customer_id' in (body ?? {}) ? { customer_id: SHARED.id } : {}),
      };
      const { status } = await app.call(
        method,
        path + query,
        table === undefined
          ? { token, body: body && addressed }
          : { token, body: table, headers: TABLE_HEADERS },
      );
      expect([method, path, status < 300]).toEqual([method, path, true]);
    }
  });

  describe.each(CURRENCIES)('with amounts in $currency', ({ currency }) => {
    beforeAll(() => arrange(currency));

    it("applies nothing to a customer of another tenant's", async () => {
      const { id } = await aCustomer(app, theirs.tenant);
      await grantCredit(app, theirs.tenant, id, 500);
      before = await everythingOf(theirs);
      const invoice = { customer_id: id, invoice_id: theirs.invoiceId, currency, amount_cents: 1000 };
      for (const path of ['/api/redemptions', '/api/redemptions/preview']) {
        const reply = await app.post<ProblemBody>(path, invoice, ours.tenant.admin);
        expect([path, reply.status, reply.body.code]).toEqual([path, 404, 'customer_not_found']);
      }
    });

    it('has credit, and a ledger, of its own when another tenant has a customer with the same id', async () => {
      const balances = async (): Promise<number[]> =>
        Promise.all(
          [ours, theirs].map(async ({ tenant }) => {
            const path = `/api/customers/${SHARED.id}/credit`;
            return (await app.get<CreditStatementAnswer>(path, tenant.admin)).body.balance_cents;
          }),
        );
      expect(await balances()).toEqual([500, 500]);
      await grantCredit(app, ours.tenant, SHARED.id, 700);
      expect(await balances()).toEqual([1200, 500]);
      const { body: redemption } = await redeem(app, ours.tenant, SHARED.id, { amount_cents: 1000 });
      expect(redemption.credit_cents).toBe(1000);
      expect(await balances()).toEqual([200, 500]);
      const entries = await app.database.count('credit_entry where tenant_id = $1', [ours.tenantId]);
      const verified = await app.get('/api/ledger/verify', ours.tenant.admin);
      expect(verified.body).toEqual({ valid: true, entries, first_failure: null });
    });

    it('owes what its own customers have, and nothing of another tenant', async () => {
      const owed = (): Promise<{ cents: number }[]> =>
        app.database.sql('select balance_cents::int as cents from credit_account where tenant_id = $1', [
          ours.tenantId,
        ]);
      const cents = (await owed()).reduce((sum, account) => sum + account.cents, 0);
      const { body } = await app.get('/api/analytics/liability', ours.tenant.admin);
      expect(body).toMatchObject({ credit: { closing_cents: cents } });
    });
  });
});
