import { useTestApp } from '../support/app.js';
import { aPromo } from '../support/factories.js';
import { BODY_ROUTES } from './body-routes.js';
import { expectProblem, platformToken } from './expectations.js';
import { type Route, routesOf } from './router.js';
import { aScene, type Scene } from './scene.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** What other origins may show has headers of its own; pages.spec.ts says which. */
const isForOthers = (path: string): boolean => /^\/(portal|embed\.js|share\.png)/.test(path);
const DOCS = ['/api/docs', '/api/openapi.json'];

const app = useTestApp();

describe('HTTP', () => {
  /** Methods by address, with `x1` for an id. */
  let addresses: Map<string, Set<string>>;
  let routes: Route[];

  beforeAll(() => {
    addresses = new Map();
    routes = routesOf(app);
    for (const { method, path } of routes) {
      const address = path.replace(':id', 'x1');
      addresses.set(address, (addresses.get(address) ?? new Set()).add(method));
    }
  });

  const takesForId = (method: string, address: string): boolean =>
    routes
      .filter((route) => route.method === method && route.path.includes(':id'))
      .some(({ path }) => new RegExp(`^${path.replace(':id', '[^/]+')}$`).test(address));

  it('sends the security headers with every response', async () => {
    const calls = [...addresses].flatMap(([path, methods]) =>
      [...methods].map((method) => [method, path] as const),
    );
    calls.push(
      ['GET', '/nowhere'],
      ['DELETE', '/api/referrals'],
      ...DOCS.map((path) => ['GET', path] as const),
    );
    for (const [method, path] of calls.filter(([, address]) => !isForOthers(address))) {
      const { headers } = await app.call(method, path, {});
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; .*frame-ancestors 'none'$/,
        ) as string,
      });
      expect([headers.get('server'), headers.get('x-powered-by'), headers.get('via')]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  it('allows scripts on the docs page only, and only its own', async () => {
    const policyOf = async (path: string): Promise<string | null> =>
      (await app.get(path)).headers.get('content-security-policy');
    expect(await policyOf('/api/docs')).toContain("script-src 'self';");
    expect(await policyOf('/api/openapi.json')).not.toContain('script-src');
    const page = (await app.get<string>('/api/docs')).body;
    expect(
      [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^<]*)/g)].filter(([, code]) => code?.trim() !== ''),
    ).toEqual([]);
  });

  it('answers an unsupported method with 405 and an Allow header', async () => {
    const wrong: string[] = [];
    for (const [address, known] of addresses) {
      for (const method of METHODS.filter((name) => !known.has(name))) {
        const reply = await app.call(method, address, {});
        // A word that reads like an id is one to a route with ids: /api/referrals/validate is GET /api/referrals/:id, too.
        if (takesForId(method, address)) {
          expectProblem(reply, 401, 'unauthenticated');
          continue;
        }
        expectProblem(reply, 405, 'method_not_allowed');
        const allowed = (reply.headers.get('allow') ?? '').split(', ');
        for (const name of known) if (!allowed.includes(name)) wrong.push(`${address} ${name}`);
        if (allowed.includes(method)) wrong.push(`${address} ${method}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('answers OPTIONS with the methods of the path, and nothing else', async () => {
    for (const [address, known] of addresses) {
      const { status, headers, body } = await app.call('OPTIONS', address, {});
      const heads = known.has('GET') ? ['HEAD'] : [];
      expect([status, body]).toEqual([204, '']);
      expect((headers.get('allow') ?? '').split(', ')).toEqual(
        expect.arrayContaining([...known, ...heads, 'OPTIONS']),
      );
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each(['OPTIONS', 'PUT'])('answers 404 for an unknown path: %s', async (method) => {
    expectProblem(await app.call(method, '/api/nowhere', {}), 404, 'route_not_found');
  });

  it('answers HEAD as GET without the body', async () => {
    const get = await app.get('/health/live');
    const head = await app.call('HEAD', '/health/live', {});
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect((await app.call('HEAD', '/api/referrals', {})).status).toBe(401);
    expect((await app.call('HEAD', '/api/nowhere', {})).status).toBe(404);
  });

  it('supports no method that echoes a request', async () => {
    const reply = await app.fastify.inject({ method: 'TRACE' as 'GET', url: '/health/live' });
    expect([404, 405]).toContain(reply.statusCode);
  });
});

/** Files that are the same for all; pages-files.spec.ts says for how long each may be kept. */
const PUBLIC_FILES = /^\/[a-z]+\.(js|png|ico|txt)$/;

describe('what is answered', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await aScene(app);
    await aPromo(app, scene.tenant);
  });

  const storage = (headers: Headers): string | null => headers.get('cache-control');

  it('is stored by no cache, on any route, for success or error', async () => {
    const routes = routesOf(app).filter(({ path }) => !PUBLIC_FILES.test(path));
    expect(routes.length).toBeGreaterThan(30);
    const tokens = [scene.tenant.admin, scene.customer.token, platformToken(app), undefined];
    for (const { method, path } of routes) {
      for (const token of tokens) {
        const body = BODY_ROUTES[`${method} ${path}`]?.body(scene);
        const { headers } = await app.call(method, path.replace(':id', 'none'), { token, body });
        expect({ method, path, kept: storage(headers) }).toEqual({ method, path, kept: 'no-store' });
      }
    }
  });

  it.each(['/api/nowhere', '/nowhere', '/api/%zz'])(
    'is stored by no cache where there is no route: %s',
    async (path) => {
      expect(storage((await app.get(path)).headers)).toBe('no-store');
    },
  );

  it.each(['/api/openapi.json', '/api/docs'])(
    'may be stored when it is the same for all: %s',
    async (path) => {
      expect(storage((await app.get(path)).headers)).not.toBe('no-store');
    },
  );
});
