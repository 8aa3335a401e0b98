import { type TestApp, useTestApp } from '../support/app.js';
import { atOnce, aTenant, enroll, statuses, type TestTenant } from '../support/factories.js';
import { expectProblem } from './expectations.js';
import { isPage, routesOf } from './router.js';

const VALIDATE = '/api/referrals/validate';
const FORWARDED = 'x-forwarded-for';

/** An hour later each time: what was counted before counts no longer. */
let hour = 0;
const laterOn = (app: TestApp): void => {
  app.setClockAhead(++hour * 3_600_000);
};

const ask = (app: TestApp, slug: string, headers: Record<string, string> = {}): ReturnType<TestApp['call']> =>
  app.call('POST', VALIDATE, { body: { tenant_slug: slug, referral_code: 'ABCDEFGH' }, headers });

describe('limits on public routes', () => {
  const app = useTestApp({ publicLimit: 8, trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));
  beforeEach(() => {
    laterOn(app);
  });

  const from = (address: string, slug = tenant.slug): ReturnType<TestApp['call']> =>
    ask(app, slug, { [FORWARDED]: address });

  it('allow exactly the limit of 500 concurrent requests', async () => {
    const replies = await atOnce(500, () => from('203.0.113.1'));
    expect(statuses(replies)).toEqual({ 200: 8, 429: 492 });
  });

  it('state the remaining quota in each response, and in a rejection when to retry', async () => {
    const first = await from('203.0.113.1');
    expect(first.headers.get('ratelimit-policy')).toBe('"address";q=8;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"address";r=7;t=(6\d|70)$/);
    for (let left = 6; left >= 0; left--) {
      const { headers } = await from('203.0.113.1');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"address";r=${left};t=`));
      expect(headers.get('retry-after')).toBeNull();
    }
    const refused = await from('203.0.113.1');
    expectProblem(refused, 429, 'too_many_requests');
    const seconds = refused.headers.get('retry-after') ?? '';
    expect(Number(seconds)).toBeGreaterThanOrEqual(60);
    expect(Number(seconds)).toBeLessThanOrEqual(70);
    expect(refused.headers.get('ratelimit')).toBe(`"address";r=0;t=${seconds}`);
  });

  it('allow a caller again at the time they stated', async () => {
    await atOnce(9, () => from('203.0.113.1'));
    const seconds = Number((await from('203.0.113.1')).headers.get('retry-after'));
    app.setClockAhead(hour * 3_600_000 + seconds * 1000);
    expect((await from('203.0.113.1')).status).toBe(200);
  });

  it('count requests whose body is invalid or unreadable', async () => {
    await atOnce(8, () =>
      app.call('POST', VALIDATE, { body: '{"no', headers: { [FORWARDED]: '203.0.113.1' } }),
    );
    expect((await from('203.0.113.1')).status).toBe(429);
  });

  it('apply to every public route except health checks and static pages', async () => {
    const routes = routesOf(app).filter(
      (route) =>
        (route.access?.includes('public') ?? false) &&
        !route.path.startsWith('/health') &&
        (!isPage(route) || route.path === '/enroll/:slug'),
    );
    expect(routes.length).toBeGreaterThanOrEqual(6);
    const pages = ['/api/openapi.json', '/api/docs'].map((path) => ({ method: 'GET', path }));
    for (const { method, path } of [...routes, ...pages]) {
      laterOn(app);
      const call = (): ReturnType<TestApp['call']> =>
        app.call(method, path, {
          ...(method === 'GET' ? {} : { body: {} }),
          headers: { [FORWARDED]: '203.0.113.1' },
        });
      const replies = await atOnce(10, call);
      expect({ path, refused: statuses(replies)[429] }).toEqual({ path, refused: 2 });
      expect(
        replies.every(({ headers }) => headers.has('ratelimit') && headers.has('ratelimit-policy')),
      ).toBe(true);
    }
    for (const path of ['/health/live', '/dashboard', '/portal', '/embed.js'])
      expect(statuses(await atOnce(20, () => app.get(path)))).toEqual({ 200: 20 });
  });

  it('do not apply to requests with a token', async () => {
    const replies = await atOnce(20, () => app.get('/api/customers', tenant.admin));
    expect(statuses(replies)).toEqual({ 200: 20 });
    const person = (index: number): object => ({ name: 'New', email: `limits-${hour}-${index}@example.com` });
    const enrolled = await atOnce(20, (index) => app.post('/api/enrollments', person(index), tenant.admin));
    expect(statuses(enrolled)).toEqual({ 201: 20 });
    expect(enrolled[0]?.headers.has('ratelimit')).toBe(false);
    expect(statuses(await atOnce(10, () => enroll(app, tenant)))).toEqual({ 201: 8, 429: 2 });
  });

  it('apply to a tenant at ten times the limit, and are shown only in a rejection', async () => {
    const replies = await atOnce(90, (index) => from(`198.51.100.${index}`));
    expect(statuses(replies)).toEqual({ 200: 80, 429: 10 });
    const refused = await from('198.51.100.100');
    expectProblem(refused, 429, 'too_many_requests');
    expect(refused.headers.get('ratelimit-policy')).toBe('"tenant";q=80;w=60');
    expect(refused.headers.get('ratelimit')).toMatch(/^"tenant";r=0;t=\d+$/);
    expect((await from('198.51.100.200', (await aTenant(app)).slug)).status).toBe(200);
  });

  it('apply to an unknown tenant alike, so that they do not reveal who exists', async () => {
    const replies = await atOnce(90, (index) => from(`198.51.100.${index}`, 'no-such-tenant'));
    expect(statuses(replies)).toEqual({ 200: 80, 429: 10 });
  });

  describe('by tenant count under the tenant that the route is about', () => {
    const page = (path: string, index: number): ReturnType<TestApp['call']> =>
      app.call('GET', path, { headers: { [FORWARDED]: `198.51.100.${index}` } });

    it.each(['', '&slug=other-$', '&tenant_slug=other-$', '&slug=a&slug=b', '&slug[]=a', '&tenant_slug='])(
      'whatever a query says beside a page’s path: %s',
      async (query) => {
        const replies = await atOnce(90, (index) =>
          page(`/enroll/${tenant.slug}?ref=X${query.replace('$', String(index))}`, index),
        );
        expect(statuses(replies)).toEqual({ 200: 80, 429: 10 });
      },
    );

    it("and a query can't charge them to another tenant", async () => {
      const victim = await aTenant(app);
      await atOnce(90, (index) =>
        page(`/enroll/nowhere?tenant_slug=${victim.slug}&slug=${victim.slug}`, index),
      );
      await atOnce(90, (index) =>
        app.call('POST', `${VALIDATE}?tenant_slug=${victim.slug}`, {
          body: { tenant_slug: 'somebody-else', referral_code: 'X' },
          headers: { [FORWARDED]: `198.51.101.${index}` },
        }),
      );
      expect((await from('198.51.100.200', victim.slug)).status).toBe(200);
    });
  });

  it('count IPv6 by the /64, and a mapped IPv4 address as IPv4', async () => {
    const house = await atOnce(10, (index) => from(`2001:db8:1:2::${index + 1}`));
    expect(statuses(house)).toEqual({ 200: 8, 429: 2 });
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
    await atOnce(8, () => from('203.0.113.9'));
    expect((await from('::ffff:203.0.113.9')).status).toBe(429);
  });

  it('use the right-most hop that is not a trusted proxy', async () => {
    const replies = await atOnce(10, (index) => from(`192.0.2.${index}, 203.0.113.1, 10.1.2.3`));
    expect(statuses(replies)).toEqual({ 200: 8, 429: 2 });
  });
});

describe('limits of a service without a proxy', () => {
  const app = useTestApp({ publicLimit: 8 });

  it.each([FORWARDED, 'forwarded', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip'])(
    "can't be bypassed by varying %s",
    async (name) => {
      laterOn(app);
      const value = (index: number): string =>
        name === 'forwarded' ? `for=192.0.2.${index}` : `192.0.2.${index}`;
      const replies = await atOnce(10, (index) => ask(app, 'nobody', { [name]: value(index) }));
      expect(statuses(replies)).toEqual({ 200: 8, 429: 2 });
    },
  );
});

describe('limits of a service behind another proxy than the caller', () => {
  const app = useTestApp({ publicLimit: 8, trustProxy: ['192.0.2.1'] });

  it("can't be bypassed by a forwarding header", async () => {
    const replies = await atOnce(10, (index) => ask(app, 'nobody', { [FORWARDED]: `198.51.100.${index}` }));
    expect(statuses(replies)).toEqual({ 200: 8, 429: 2 });
  });
});

describe('limits that are switched off', () => {
  const app = useTestApp({ publicLimit: 0 });

  it('reject, report and count nothing', async () => {
    const replies = await atOnce(200, () => ask(app, 'nobody'));
    expect(statuses(replies)).toEqual({ 200: 200 });
    expect(replies.some(({ headers }) => headers.has('ratelimit') || headers.has('ratelimit-policy'))).toBe(
      false,
    );
    expect(await app.database.count('rate_usage')).toBe(0);
  });
});
