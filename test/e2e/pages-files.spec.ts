import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Answer } from '../fuzz/answers.js';
import { Wire } from '../fuzz/wire.js';
import { TestApp, WEB_ROOT } from '../support/app.js';

const SCRIPT = '/assets/dashboard-Bx3dk1Qz.js';
const SECRET = 'what is beside the pages';

describe('files of the pages', () => {
  let app: TestApp;
  let folder: string;
  let wire: Wire;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
    const webRoot = path.join(folder, 'web');
    cpSync(WEB_ROOT, webRoot, { recursive: true });
    const assets = path.join(webRoot, 'assets');
    const text = 'export const page = "dashboard";'.repeat(50);
    writeFileSync(path.join(assets, 'dashboard-Bx3dk1Qz.js'), text);
    writeFileSync(path.join(assets, 'dashboard-Bx3dk1Qz.js.br'), brotliCompressSync(text));
    writeFileSync(path.join(assets, 'dashboard-Bx3dk1Qz.js.gz'), gzipSync(text));
    writeFileSync(path.join(assets, 'font-A1b2C3d4.woff2'), 'a font');
    writeFileSync(path.join(assets, '.hidden'), SECRET);
    mkdirSync(path.join(assets, 'deeper'));
    writeFileSync(path.join(webRoot, 'secret.txt'), SECRET);
    writeFileSync(path.join(folder, 'secret.txt'), SECRET);
    app = await TestApp.start({ pages: { webRoot } });
    wire = new Wire(app.url);
  });
  afterAll(async () => {
    wire.close();
    await app.stop();
    rmSync(folder, { recursive: true });
  });

  /** As it stands: nothing of the address is put right on its way, as fetch would. */
  const ask = (address: string): Promise<Answer> => wire.send({ method: 'GET', path: address, headers: {} });

  it.each([
    [SCRIPT, /^(text|application)\/javascript; charset=utf-8$/],
    ['/assets/shared-C0ffee42.css', /^text\/css; charset=utf-8$/],
    ['/assets/font-A1b2C3d4.woff2', /^font\/woff2$/],
  ])('%s is cached forever, with the right type', async (address, type) => {
    const { status, headers } = await app.get(address);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(type);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await app.call('HEAD', address, {})).status).toBe(200);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('are sent as the build has compressed them: %s', async (accepted, encoding) => {
    const { headers, rawPayload } = await app.fastify.inject({
      url: SCRIPT,
      headers: { 'accept-encoding': accepted },
    });
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'accept-encoding']);
    expect(rawPayload.length < 200).toBe(encoding !== undefined);
    expect((await app.get<string>(SCRIPT)).body).toHaveLength(1600);
  });

  it.each([
    ['/embed.js', 'text/javascript; charset=utf-8', 'public, max-age=300', 'cross-origin'],
    ['/share.png', 'image/png', 'public, max-age=86400', 'cross-origin'],
    ['/favicon.ico', 'image/svg+xml', 'public, max-age=86400', 'same-origin'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'public, max-age=86400', 'same-origin'],
  ])('%s: for how long, and for whom', async (address, type, cache, forWhom) => {
    const { status, headers } = await app.get(address);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, cache]);
    expect(headers.get('cross-origin-resource-policy')).toBe(forWhom);
  });

  it('allow search engines on shared links only', async () => {
    const { body } = await app.get<string>('/robots.txt');
    expect(body.split('\n')).toEqual([
      'User-agent: *',
      'Allow: /enroll/',
      'Allow: /share.png',
      'Disallow: /',
      '',
    ]);
  });

  const WAYS_OUT = [
    '../secret.txt',
    '../../secret.txt',
    'deeper/../../secret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '..%2fsecret.txt',
    '..%2f..%2fsecret.txt',
    '..%5csecret.txt',
    '..\\secret.txt',
    'deeper%2f..%2f..%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    '/secret.txt',
    './../secret.txt',
    '....//secret.txt',
    '%c0%ae%c0%ae/secret.txt',
    'secret.txt%00.js',
    '%00',
    '.hidden',
    '%2ehidden',
    'deeper',
    'deeper/',
    '',
    '?x=1',
    '/',
    '.',
    '%2f',
    '%5c',
    'a'.repeat(300),
    'file:%2f%2f%2fetc%2fpasswd',
    '%2fetc%2fpasswd',
    'nothing-A1b2C3d4.js',
    SCRIPT.slice('/assets/'.length).toUpperCase(),
  ];
  const everyWayOutOf = (places: string[]): string[] =>
    places.flatMap((place) => WAYS_OUT.map((way) => place + way));

  it.each(everyWayOutOf(['/assets/']))('%s is none of them', async (address) => {
    const { status, headers, text } = await ask(address);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(text).not.toContain(SECRET);
    // What is no UTF-8 is no address, here as everywhere.
    const [expected, code] = address.includes('%c0') ? [400, 'malformed_request'] : [404, 'route_not_found'];
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([expected, code]);
  });

  it.each(everyWayOutOf(['/', '/dashboard/', '/portal/', '/enroll/']))(
    '%s leads to a page or to nothing',
    async (address) => {
      const { status, headers, text } = await ask(address);
      expect([200, 302, 400, 404]).toContain(status);
      expect(headers['content-type'] ?? 'no content').toMatch(
        /^(text\/html|application\/problem\+json|no content)/,
      );
      expect(text).not.toContain(SECRET);
    },
  );
});
