import { type Reply, PUBLIC_URL, useTestApp } from '../support/app.js';
import { aReferrer, atOnce, aTenant, saveProgram, statuses, type TestTenant } from '../support/factories.js';
import { eventually } from '../support/process.js';
import { expectProblem, platformToken } from './expectations.js';

const titleOf = ({ body }: Reply<string>): string => /<title>(.*)<\/title>/.exec(body)?.[1] ?? '';
const contentOf = ({ body }: Reply<string>, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(body)?.[1];
/** What differs between two answers to the same, however alike. */
const withoutNonces = ({ body }: Reply<string>): string => body.replace(/nonce="[^"]*"/, '');

describe('a shared link', () => {
  const app = useTestApp();
  let tenant: TestTenant;

  beforeEach(async () => (tenant = await aTenant(app, { name: 'Acme Waste' })));

  const open = (query = '', slug = tenant.slug, languages = 'en'): Promise<Reply<string>> =>
    app.call('GET', `/enroll/${slug}${query}`, { headers: { 'accept-language': languages } });
  const pageOf = (slug: string): string => `${PUBLIC_URL}/enroll/${slug}`;

  it('shows the referrer, the tenant, the reward, its URL and its color', async () => {
    const { code } = await aReferrer(app, tenant, { name: 'John Doe' });
    await app.put('/api/branding', { brand_color: '#1F7A4D' }, tenant.admin);
    const reply = await open(`?ref=${code}&promo=SPRING15`);
    expect([reply.status, titleOf(reply)]).toEqual([200, 'John Doe invites you to Acme Waste: 10 % off']);
    expect(contentOf(reply, 'og:title')).toBe(titleOf(reply));
    expect(contentOf(reply, 'og:url')).toBe(`${pageOf(tenant.slug)}?ref=${code}`);
    expect(contentOf(reply, 'og:image')).toBe(`${PUBLIC_URL}/share.png`);
    expect(contentOf(reply, 'theme-color')).toBe('#1f7a4d');
    expect(reply.body.match(/<title>/g)).toHaveLength(1);
  });

  it('is in Spanish for Spanish speakers', async () => {
    const { code } = await aReferrer(app, tenant, { name: 'John Doe' });
    const reply = await open(`?ref=${code}`, tenant.slug, 'es-MX, en;q=0.7');
    expect(titleOf(reply)).toBe('John Doe te invita a Acme Waste: 10 % de descuento');
    expect(reply.body).toContain('<html lang="es">');
    expect(reply.headers.get('vary')).toBe('accept-language');
  });

  it('accepts any spelling of a code', async () => {
    const { code } = await aReferrer(app, tenant, { name: 'John Doe' });
    const reply = await open(`?ref=%20${code.toLowerCase().slice(0, 4)}-${code.slice(4)}`);
    expect(contentOf(reply, 'og:url')).toBe(`${pageOf(tenant.slug)}?ref=${code}`);
  });

  it.each([
    ['full', 'John Doe invites you to Acme Waste: 10 % off'],
    ['first_initial', 'John D. invites you to Acme Waste: 10 % off'],
    ['first', 'John invites you to Acme Waste: 10 % off'],
    ['hidden', 'You are invited to Acme Waste: 10 % off'],
  ] as const)("shows the referrer's name as the program allows: %s", async (display, title) => {
    const { code } = await aReferrer(app, tenant, { name: 'John Doe' });
    await saveProgram(app, tenant, { referrer_name_display: display });
    const reply = await open(`?ref=${code}`);
    expect(titleOf(reply)).toBe(title);
    expect(reply.body.includes('Doe')).toBe(display === 'full');
  });

  it('looks as without a code when the code is invalid, for any reason', async () => {
    const [referrer, inactive] = [await aReferrer(app, tenant), await aReferrer(app, tenant)];
    await app.patch(`/api/customers/${inactive.id}`, { status: 'inactive' }, tenant.admin);
    const foreign = await aReferrer(app, await aTenant(app));
    const plain = await open();
    expect(titleOf(plain)).toBe('Enroll with Acme Waste');
    expect(contentOf(plain, 'og:url')).toBe(pageOf(tenant.slug));
    const refs = ['ABCDEFGH', inactive.code, foreign.code, '', '%00', '%F0%9F%8E%81', 'a'.repeat(5000)];
    for (const ref of refs) {
      const reply = await open(`?ref=${ref}`);
      expect([reply.status, withoutNonces(reply)]).toEqual([200, withoutNonces(plain)]);
    }
    for (const query of [
      `?ref=${referrer.code}&ref=${referrer.code}`,
      `?ref[]=${referrer.code}`,
      '?promo=X&x=y',
    ])
      expect(withoutNonces(await open(query))).toBe(withoutNonces(plain));
    await saveProgram(app, tenant, { referral_enabled: false });
    expect(withoutNonces(await open(`?ref=${referrer.code}`))).toBe(withoutNonces(plain));
  });

  it('shows the page with 404 and a neutral title for an unknown tenant', async () => {
    await app.patch(`/api/tenants/${tenant.id}`, { status: 'suspended' }, platformToken(app));
    const slugs = [tenant.slug, 'no-such-tenant', 'No', '%3Cscript%3E', '%22%3E', '%00', 'a'.repeat(300)];
    const pages: string[] = [];
    for (const slug of slugs) {
      const reply = await open('?ref=ABCDEFGH', slug);
      expect([reply.status, titleOf(reply)]).toEqual([404, 'Enroll']);
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
      pages.push(withoutNonces(reply));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('<meta name="robots" content="noindex">');
  });

  it.each([
    `</title><script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `'"--><!--head--><base href=//evil.example>`,
    `%CSP_NONCE% $& $\` $' $1 <style nonce="%CSP_NONCE%">`,
    `&lt;script&gt; &quot;`,
  ])('escapes names that try to break out: %s', async (name) => {
    const hostile = await aTenant(app, { name });
    const { code } = await aReferrer(app, hostile, { name });
    const [plain, reply] = [await open('', tenant.slug), await open(`?ref=${code}`, hostile.slug)];
    const tagsOf = ({ body }: Reply<string>): string[] =>
      [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/(content|nonce)="[^"]*"/, ''));
    expect(tagsOf(reply)).toEqual(tagsOf(plain));
    const written = (titleOf(reply).split(' invites you to ')[0] ?? '').replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[entity] ?? "'",
    );
    expect(written).toBe(name);
  });

  it.each(['"><script>alert(1)</script>', "' onload=alert(1) x='", '</title><script>', '%CSP_NONCE%'])(
    'repeats nothing from the address: %s',
    async (text) => {
      const plain = await open();
      expect(withoutNonces(await open(`?ref=${encodeURIComponent(text)}&${text}`))).toBe(
        withoutNonces(plain),
      );
      const reply = await open('', encodeURIComponent(text));
      expect([reply.status, withoutNonces(reply)]).toEqual([404, withoutNonces(await open('', 'nobody'))]);
    },
  );
});

describe('a shared link whose codes somebody tries out', () => {
  const app = useTestApp({ publicLimit: 100, trustProxy: ['127.0.0.1'] });
  let tenant: TestTenant;
  let hours = 0;

  beforeEach(async () => {
    app.setClockAhead(++hours * 3_600_000);
    tenant = await aTenant(app);
  });

  const open = (address: string, query = '?ref=ABCDEFGH', method = 'GET'): Promise<Reply<string>> =>
    app.call(method, `/enroll/${tenant.slug}${query}`, { headers: { 'x-forwarded-for': address } });
  const took = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  it('counts toward the limits of its caller and its tenant', async () => {
    expect(statuses(await atOnce(110, () => open('203.0.113.1', '')))).toEqual({ 200: 100, 429: 10 });
    expectProblem(await open('203.0.113.1', ''), 429, 'too_many_requests');
    const others = await atOnce(910, (index) => open(`198.51.${index % 100}.${index % 7}`, ''));
    expect(statuses(others)).toEqual({ 200: 900, 429: 10 });
    const branding = await app.call('GET', `/api/branding?tenant_slug=${tenant.slug}`, {
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
    expectProblem(branding, 429, 'too_many_requests');
    expect(branding.headers.get('ratelimit-policy')).toMatch(/^"tenant";/);
  });

  it.each(['GET', 'HEAD'])('is detected like any other check of codes, by %s too', async (method) => {
    await atOnce(25, (index) => open('203.0.113.1', `?ref=GUESS${index}`, method));
    expect((await open('203.0.113.1')).headers.get('ratelimit-policy')).toBe('"address";q=10;w=60');
    const alarms = `outbox_event where tenant_id = $1 and type = 'security.guessing_suspected'`;
    await eventually(async () => (await app.database.count(alarms, [tenant.id])) === 2);
  });

  it('is delayed while codes are being guessed, for valid and invalid codes, but not without a code', async () => {
    const { code } = await aReferrer(app, tenant);
    await atOnce(30, (index) => open(`198.51.100.${index}`, `?ref=GUESS${index}`));
    expect(await took(() => open('203.0.113.2', `?ref=${code}`))).toBeGreaterThanOrEqual(298);
    expect(await took(() => open('203.0.113.3'))).toBeGreaterThanOrEqual(298);
    expect(await took(() => open('203.0.113.4', ''))).toBeLessThan(298);
  });

  it('without a code does not count as a check', async () => {
    await atOnce(30, (index) => open('203.0.113.5', index % 2 === 0 ? '' : '?ref=%20&promo=X'));
    expect((await open('203.0.113.5', '')).headers.get('ratelimit-policy')).toBe('"address";q=100;w=60');
  });
});
