import jsQr from 'jsqr';
import { PNG } from 'pngjs';
import type { MyCodeAnswer, ReferralAnswer } from '../../src/referral/referral.dto.js';
import { PUBLIC_URL, useTestApp } from '../support/app.js';
import {
  aCustomer,
  aReferrer,
  aTenant,
  codeOf,
  enroll,
  GIVE_TEN_GET_TEN,
  redeem,
  type TestCustomer,
  type TestTenant,
} from '../support/factories.js';
import { expectInvalid, expectProblem, platformToken } from './expectations.js';

const PATH = '/api/referrals/my-code';

const app = useTestApp();

describe('/api/referrals/my-code', () => {
  let tenant: TestTenant;

  beforeAll(async () => (tenant = await aTenant(app)));

  const show = (token: string): ReturnType<typeof app.get<MyCodeAnswer>> =>
    app.get<MyCodeAnswer>(PATH, token);
  const codesOf = (id: string): Promise<{ code: string }[]> =>
    app.database.sql<{ code: string }>('select code from referral_code where customer_id = $1', [id]);

  it('creates a code on first access, and returns the same one from then on', async () => {
    const customer = await aCustomer(app, tenant);
    expect(await codesOf(customer.id)).toEqual([]);
    const first = await show(customer.token);
    expect(first.status).toBe(200);
    expect(first.body.referral_code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect((await show(customer.token)).body).toEqual(first.body);
    expect(await codesOf(customer.id)).toEqual([{ code: first.body.referral_code }]);
  });

  it('creates different codes for two customers', async () => {
    const codes = [
      await codeOf(app, await aCustomer(app, tenant)),
      await codeOf(app, await aCustomer(app, tenant)),
    ];
    expect(new Set(codes).size).toBe(2);
  });

  it('creates different codes for customers with the same id in two tenants', async () => {
    const other = await aTenant(app);
    const here = await codeOf(app, await aCustomer(app, tenant, { id: 'same-id' }));
    const there = await codeOf(app, await aCustomer(app, other, { id: 'same-id' }));
    expect(here).not.toBe(there);
  });

  it('links to the enrollment page with the code filled in', async () => {
    const { body } = await show((await aCustomer(app, tenant)).token);
    expect(body.enrollment_slug).toBe(tenant.slug);
    expect(body.enrollment_url).toBe(`${PUBLIC_URL}/enroll/${tenant.slug}?ref=${body.referral_code}`);
  });

  it('returns the current terms, also while the program is off, and then creates codes, too', async () => {
    const own = await aTenant(app);
    const customer = await aCustomer(app, own);
    const off = {
      referral_enabled: false,
      referral_reward_type: 'credit',
      referral_reward_value: 20,
      referral_reward_referee_type: 'discount_fixed',
      referral_reward_referee_value: 7.5,
    };
    await app.put('/api/referrals/config', off, own.admin);
    const { status, body } = await show(customer.token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      referral_code: (await codesOf(customer.id))[0]?.code,
      referral_enabled: false,
      referrer_reward_type: 'credit',
      referrer_reward_value: 20,
      referee_reward_type: 'discount_fixed',
      referee_reward_value: 7.5,
    });
    await app.put('/api/referrals/config', GIVE_TEN_GET_TEN, own.admin);
    expect((await show(customer.token)).body).toMatchObject({
      referral_code: body.referral_code,
      referral_enabled: true,
      referee_reward_value: 10,
    });
  });

  it('returns the default terms if the tenant has not saved a program', async () => {
    const made = await app.post<{ id: string }>(
      '/api/tenants',
      { slug: 'fresh', name: 'Fresh' },
      platformToken(app),
    );
    const admin = app.tokens.issue({ audience: 'tenant-admin', subject: 'usr_1', tenantId: made.body.id });
    const customer = await aCustomer(app, { ...tenant, id: made.body.id, slug: 'fresh', admin });
    expect((await show(customer.token)).body).toMatchObject({
      referral_enabled: false,
      referrer_reward_value: 10,
      referee_reward_value: 10,
    });
  });

  it("counts only the customer's own referrals that are qualified or applied", async () => {
    const referrer = await aReferrer(app, tenant);
    const counts: Record<string, number> = {};
    const { body } = await enroll(app, tenant, { referral_code: referrer.code });
    await enroll(app, tenant, { referral_code: (await aReferrer(app, tenant)).code });
    const id = body.referral.referral_id;
    for (const status of ['pending', 'rejected', 'reversed', 'qualified']) {
      await app.database.sql('update referral set status = $1 where id = $2', [status, id]);
      counts[status] = (await show(referrer.token)).body.referral_count;
    }
    for (const side of [referrer.id, body.customer_id]) await redeem(app, tenant, side);
    const { body: used } = await app.get<ReferralAnswer>(`/api/referrals/${id}`, tenant.admin);
    counts[used.status] = (await show(referrer.token)).body.referral_count;
    expect(counts).toEqual({ pending: 0, qualified: 1, applied: 1, rejected: 0, reversed: 0 });
    await enroll(app, tenant, { referral_code: referrer.code });
    await enroll(app, tenant, { referral_code: referrer.code });
    expect((await show(referrer.token)).body.referral_count).toBe(3);
  });

  it('refuses an inactive customer, and creates no code', async () => {
    const customer = await aCustomer(app, tenant);
    await app.patch(`/api/customers/${customer.id}`, { status: 'inactive' }, tenant.admin);
    expectProblem(await show(customer.token), 403, 'customer_inactive');
    expect(await codesOf(customer.id)).toEqual([]);
    await app.patch(`/api/customers/${customer.id}`, { status: 'active' }, tenant.admin);
    expect((await show(customer.token)).status).toBe(200);
  });

  it.each(['cus_nobody', '__proto__'])('does not find the customer %s', async (subject) => {
    const token = app.tokens.issue({ audience: 'customer', subject, tenantId: tenant.id });
    expectProblem(await show(token), 404, 'customer_not_found');
  });

  it("does not find another tenant's customer", async () => {
    const customer = await aCustomer(app, tenant);
    const other = await aTenant(app);
    const token = app.tokens.issue({ audience: 'customer', subject: customer.id, tenantId: other.id });
    expectProblem(await show(token), 404, 'customer_not_found');
  });
});

const QR_PATH = '/api/referrals/my-code/qr';

describe('/api/referrals/my-code/qr', () => {
  let tenant: TestTenant;
  let customer: TestCustomer;

  beforeAll(async () => (tenant = await aTenant(app)));
  beforeEach(async () => (customer = await aCustomer(app, tenant)));

  const linkOf = async ({ token }: TestCustomer): Promise<string> =>
    (await app.get<MyCodeAnswer>('/api/referrals/my-code', token)).body.enrollment_url;
  const fetched = (query: string): Promise<Response> =>
    fetch(`${app.url}${QR_PATH}${query}`, { headers: { authorization: `Bearer ${customer.token}` } });
  const codesOf = (id: string): Promise<number> =>
    app.database.count('referral_code where customer_id = $1', [id]);

  it('as PNG, decodes to the link to the enrollment page', async () => {
    const answer = await fetched('?format=png');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="referral-code.png"');
    const { width, height, data } = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
    expect([width === height, width >= 1000, width <= 1300]).toEqual([true, true, true]);
    const read = jsQr.default(Uint8ClampedArray.from(data), width, height);
    expect(read?.data).toBe(await linkOf(customer));
  });

  it('as SVG, also the default, decodes to the same link and has no script', async () => {
    const [byDefault, byName] = await Promise.all([fetched(''), fetched('?format=svg')]);
    const [drawing, named] = [await byDefault.text(), await byName.text()];
    expect(named).toBe(drawing);
    expect(byDefault.headers.get('content-type')).toBe('image/svg+xml');
    expect(byDefault.headers.get('content-disposition')).toBe('inline; filename="referral-code.svg"');
    const { size, pixels } = rasterOf(drawing);
    expect(jsQr.default(pixels, size, size)?.data).toBe(await linkOf(customer));
  });

  it('creates the code on first access, like my-code', async () => {
    expect(await codesOf(customer.id)).toBe(0);
    expect((await fetched('')).status).toBe(200);
    expect(await codesOf(customer.id)).toBe(1);
  });

  it.each(['', '?format=svg', '?format=png'])('has the security headers: %s', async (query) => {
    const { headers } = await fetched(query);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['gif', 'PNG', '', 'svg%00', '__proto__'])(
    'refuses the format %j, and creates no code',
    async (format) => {
      expectInvalid(await app.get(`${QR_PATH}?format=${format}`, customer.token), 'format');
      expect(await codesOf(customer.id)).toBe(0);
    },
  );

  it('refuses two formats at once', async () => {
    expectInvalid(await app.get(`${QR_PATH}?format=svg&format=png`, customer.token), 'format');
  });

  it('refuses the same customers as my-code, with the same problem', async () => {
    await app.patch(`/api/customers/${customer.id}`, { status: 'inactive' }, tenant.admin);
    expectProblem(await app.get(QR_PATH, customer.token), 403, 'customer_inactive');
    const nobody = app.tokens.issue({ audience: 'customer', subject: 'cus_nobody', tenantId: tenant.id });
    expectProblem(await app.get(`${QR_PATH}?format=png`, nobody), 404, 'customer_not_found');
    expectProblem(await app.get(QR_PATH), 401, 'unauthenticated');
    expectProblem(await app.get(QR_PATH, tenant.admin), 403, 'wrong_kind_of_token');
    expect(await codesOf(customer.id)).toBe(0);
  });
});

/** The only elements allowed in the SVG. Anything else, such as a script or a link, does not match. */
const DRAWING =
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1" shape-rendering="crispEdges"><path fill="#ffffff" d="M0 0h\1v\1H0z"\/><path stroke="#000000" d="([Mmh\d. -]+)"\/><\/svg>\n?$/;
const PIXELS = 8;

/** Renders the SVG as a browser does: strokes of one module's height, left to right. */
function rasterOf(drawing: string): { size: number; pixels: Uint8ClampedArray } {
  const [, modules = '', strokes = ''] = DRAWING.exec(drawing) ?? [];
  const size = Number(modules) * PIXELS;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, verb, first = '', second = ''] of strokes.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (verb === 'M') [x, y] = [Number(first), Number(second) - 0.5];
    else {
      if (verb === 'h') blacken(pixels, size, { x, y, width: Number(first) });
      x += Number(first);
    }
  }
  return { size, pixels };
}

function blacken(
  pixels: Uint8ClampedArray,
  size: number,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  for (let row = y * PIXELS; row < (y + 1) * PIXELS; row++) {
    for (let column = x * PIXELS; column < (x + width) * PIXELS; column++) {
      pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
    }
  }
}
