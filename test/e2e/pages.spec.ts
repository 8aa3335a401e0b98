import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WEB_ROOT, TestApp, useTestApp } from '../support/app.js';
import { platformToken, expectProblem } from './expectations.js';

const HOSTS = ['https://app.example.com', 'http://localhost:5173'];

const policyOf = ({ headers }: { headers: Headers }): Record<string, string> =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((directive) => directive.split(/ (.*)/s, 2) as [string, string]),
  );
const nonceIn = (html: string): string => /nonce="([^"]*)"/.exec(html)?.[1] ?? '';

describe('pages', () => {
  const app = useTestApp({ pages: { embedOrigins: HOSTS } });

  it.each([
    ['/dashboard', 'Dashboard'],
    ['/dashboard/', 'Dashboard'],
    ['/dashboard/settings/referrals?tab=rewards', 'Dashboard'],
    ['/portal', 'Portal'],
    ['/portal/credit', 'Portal'],
  ])('%s is served by the page that routes it', async (address, title) => {
    const { status, headers, body } = await app.get<string>(address);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain(`<title>${title}</title>`);
    expect(body).not.toMatch(/%CSP_NONCE%|<!--head-->/);
  });

  it('begin at the dashboard', async () => {
    const { statusCode, headers } = await app.fastify.inject({ url: '/' });
    expect([statusCode, headers.location]).toEqual([302, '/dashboard']);
  });

  it.each(['/dashboard', '/portal', '/enroll/nobody'])(
    '%s runs our own scripts only, and styles of ours with a nonce of this answer',
    async (address) => {
      const replies = [await app.get<string>(address), await app.get<string>(address)];
      const nonces = replies.map(({ body }) => nonceIn(body));
      expect(new Set(nonces).size).toBe(2);
      replies.forEach((reply, index) => {
        expect(nonces[index]).toMatch(/^[A-Za-z\d+/]{22}==$/);
        expect(policyOf(reply)).toEqual({
          'default-src': "'none'",
          'script-src': "'self'",
          'style-src': `'self' 'nonce-${nonces[index] ?? ''}'`,
          'img-src': "'self' data: blob:",
          'font-src': "'self'",
          'connect-src': "'self'",
          'base-uri': "'none'",
          'form-action': "'none'",
          'frame-ancestors': expect.any(String) as string,
        });
      });
    },
  );

  it.each(['/dashboard', '/enroll/nobody'])('%s may not be framed', async (address) => {
    const reply = await app.get(address);
    expect(policyOf(reply)['frame-ancestors']).toBe("'none'");
    expect(reply.headers.get('x-frame-options')).toBe('DENY');
  });

  it('allow the portal to be framed by its own and the configured origins only', async () => {
    const reply = await app.get('/portal/credit');
    expect(policyOf(reply)['frame-ancestors']).toBe(`'self' ${HOSTS.join(' ')}`);
    expect(reply.headers.get('x-frame-options')).toBeNull();
    const alone = await TestApp.start({ database: app.database });
    expect(policyOf(await alone.get('/portal'))['frame-ancestors']).toBe("'self'");
    await alone.stop();
  });

  it.each(['/dashboard', '/portal', '/enroll/nobody'])(
    '%s leaves no trace and asks for little',
    async (address) => {
      const { headers } = await app.get(address);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        vary: 'accept-language',
      });
      const features = (headers.get('permissions-policy') ?? '').split(', ');
      expect(features.filter((feature) => feature.endsWith('=(self)'))).toEqual(['clipboard-write=(self)']);
      expect(features).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()']));
    },
  );

  it('are in the language that the browser requests', async () => {
    const langOf = async (languages: string): Promise<string> =>
      (await app.call<string>('GET', '/portal', { headers: { 'accept-language': languages } })).body;
    expect(await langOf('es-MX,en;q=0.5')).toContain('<html lang="es">');
    expect(await langOf('de')).toContain('<html lang="en">');
  });

  it.each(['/dashboard', '/portal/a', '/enroll/nobody'])(
    '%s answers HEAD without the page',
    async (address) => {
      const [get, head] = [await app.get(address), await app.call('HEAD', address, {})];
      expect([head.status, head.body]).toEqual([get.status, '']);
      expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    },
  );

  it.each(['/', '/dashboard', '/dashboard/a/b', '/portal/a', '/enroll/nobody', '/embed.js', '/assets/a.js'])(
    '%s knows no method but GET and HEAD',
    async (address) => {
      const reply = await app.call('POST', address, {});
      expectProblem(reply, 405, 'method_not_allowed');
      expect(reply.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect((await app.call('OPTIONS', address, {})).status).toBe(204);
    },
  );

  it.each(['/enroll', '/enroll/a/b', '/dashboards', '/portal.html', '/index.html', '/web/enroll.html'])(
    '%s is no page',
    async (address) => {
      expectProblem(await app.get(address), 404, 'route_not_found');
    },
  );

  it('are counted by route, whatever the address contains', async () => {
    await app.get('/dashboard/customers/cus_secret');
    await app.get('/enroll/some-slug?ref=KH7N4WP3');
    await app.get('/assets/dashboard-Bx3dk1Qz.js');
    const { body } = await app.get<string>('/metrics', platformToken(app));
    for (const route of ['/dashboard/*', '/enroll/:slug', '/assets/*'])
      expect(body).toContain(`route="${route}"`);
    expect(body).not.toMatch(/cus_secret|some-slug|KH7N4WP3|Bx3dk1Qz/);
  });

  it('report that they are not built, while the API still answers', async () => {
    const empty = mkdtempSync(path.join(os.tmpdir(), 'no-pages-'));
    const bare = await TestApp.start({ pages: { webRoot: empty }, database: app.database });
    for (const address of ['/dashboard', '/portal/a', '/enroll/nobody', '/embed.js'])
      expectProblem(await bare.get(address), 503, 'pages_not_built');
    expectProblem(await bare.get('/assets/a.js'), 404, 'route_not_found');
    expect((await bare.get('/health/ready')).status).toBe(200);
    await bare.stop();
    rmSync(empty, { recursive: true });
  });

  it('are read once, so that later changes of the files have no effect', async () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
    cpSync(WEB_ROOT, copy, { recursive: true });
    const other = await TestApp.start({ pages: { webRoot: copy }, database: app.database });
    rmSync(copy, { recursive: true });
    expect((await other.get('/dashboard')).status).toBe(200);
    await other.stop();
  });
});
