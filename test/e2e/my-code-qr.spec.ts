import jsQr from 'jsqr';
import { PNG } from 'pngjs';
import type { MyCodeAnswer } from '../../src/referral/referral.dto.js';
import { useTestApp } from '../support/app.js';
import { aCustomer, aTenant, type TestCustomer, type TestTenant } from '../support/factories.js';
import { expectInvalid, expectProblem } from './expectations.js';

const PATH = '/api/referrals/my-code/qr';

describe('/api/referrals/my-code/qr', () => {
  const app = useTestApp();
  let tenant: TestTenant;
  let customer: TestCustomer;

  beforeAll(async () => (tenant = await aTenant(app)));
  beforeEach(async () => (customer = await aCustomer(app, tenant)));

  const linkOf = async ({ token }: TestCustomer): Promise<string> =>
    (await app.get<MyCodeAnswer>('/api/referrals/my-code', token)).body.enrollment_url;
  const fetched = (query: string): Promise<Response> =>
    fetch(`${app.url}${PATH}${query}`, { headers: { authorization: `Bearer ${customer.token}` } });
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
      expectInvalid(await app.get(`${PATH}?format=${format}`, customer.token), 'format');
      expect(await codesOf(customer.id)).toBe(0);
    },
  );

  it('refuses two formats at once', async () => {
    expectInvalid(await app.get(`${PATH}?format=svg&format=png`, customer.token), 'format');
  });

  it('refuses the same customers as my-code, with the same problem', async () => {
    await app.patch(`/api/customers/${customer.id}`, { status: 'inactive' }, tenant.admin);
    expectProblem(await app.get(PATH, customer.token), 403, 'customer_inactive');
    const nobody = app.tokens.issue({ audience: 'customer', subject: 'cus_nobody', tenantId: tenant.id });
    expectProblem(await app.get(`${PATH}?format=png`, nobody), 404, 'customer_not_found');
    expectProblem(await app.get(PATH), 401, 'unauthenticated');
    expectProblem(await app.get(PATH, tenant.admin), 403, 'wrong_kind_of_token');
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
