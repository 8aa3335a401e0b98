import { type Reply, useTestApp } from '../support/app.js';
import { expectInvalid, expectProblem, platformToken, stored } from './expectations.js';
import { aScene, type Scene } from './scene.js';

const LISTS = [
  '/api/referrals',
  '/api/referrals/mine',
  '/api/customers',
  '/api/promos',
  '/api/rewards',
  '/api/redemptions',
  '/api/reviews',
  '/api/customers/:id/credit',
  '/api/credit/mine',
  '/api/api-keys',
  '/api/tenants',
];
const THINGS = [
  '/api/referrals',
  '/api/customers',
  '/api/promos',
  '/api/rewards',
  '/api/redemptions',
  '/api/tenants',
];
/** What is done to one thing, and a body that it takes. */
const DONE_TO_THINGS: [string, object][] = [
  ['/api/referrals/:id/approve', { reason: 'fine' }],
  ['/api/referrals/:id/void', { reason: 'refunded' }],
  ['/api/rewards/:id/void', { reason: 'refunded' }],
  ['/api/redemptions/:id/reverse', { reason: 'refunded' }],
  ['/api/reviews/:id/approve', { reason: 'fine' }],
  ['/api/reviews/:id/reject', { reason: 'fraud' }],
  ['/api/customers/:id/credit/adjustments', { amount_cents: 500, reason: 'goodwill' }],
  ['/api/api-keys/:id/rotate', { overlap_seconds: 0 }],
];
const BAD_IDS = ['__proto__', 'constructor', '%00', '%27%20or%201=1%20--', 'a'.repeat(65)];
/** There is none where no thing could be; elsewhere what there is none of is named. */
const missing = (thing: string, id: string): string =>
  /^\w{1,64}$/.test(id) ? `${thing}_not_found` : 'not_found';
const cursor = (text: string): string => Buffer.from(text).toString('base64url');

describe('bad addresses', () => {
  const app = useTestApp();
  let scene: Scene;

  beforeAll(async () => (scene = await aScene(app)));

  const tokenFor = (path: string): string => {
    if (path.startsWith('/api/tenants')) return platformToken(app);
    return /^\/api\/(referrals|credit)\/mine/.test(path) ? scene.customer.token : scene.tenant.admin;
  };
  const call = async (path: string, method = 'GET', body?: unknown): Promise<Reply> => {
    const before = await stored(app);
    const filled = path.replace(':id', scene.customer.id);
    const reply = await app.call(method, filled, { token: tokenFor(path), body });
    expect(await stored(app)).toEqual(before);
    return reply;
  };

  describe.each(LISTS)('%s', (path) => {
    it.each(['1', '100', '050'])('takes limit=%s', async (limit) => {
      expect((await call(`${path}?limit=${limit}`)).status).toBe(200);
    });

    it.each([
      '0',
      '101',
      '1e3',
      '-1',
      'abc',
      '',
      '1.5',
      '0x10',
      '%00',
      '1%20',
      '99999999999',
      '１',
      'null',
      'NaN',
    ])('refuses limit=%s', async (limit) => {
      expectInvalid(await call(`${path}?limit=${limit}`), 'limit');
    });

    it.each(['limit=1&limit=2', 'limit=1&limit=1'])('refuses a repeated parameter: %s', async (query) => {
      expectInvalid(await call(`${path}?${query}`), 'limit');
    });

    it.each([
      ['nothing', ''],
      ['a word', 'abc'],
      ['null', 'null'],
      ['a path', '../../etc/passwd'],
      ['a statement', cursor("2026-01-01T00:00:00.000Z x' or 1=1 --")],
      ['a NUL', cursor('2026-01-01T00:00:00.000Z a\u0000')],
      ['infinity', cursor('infinity x')],
      ['a day that does not exist', cursor('2026-02-30T00:00:00.000Z x')],
      ['the year 0', cursor('0000-01-01T00:00:00.000Z x')],
      ['a month that does not exist', cursor('2026-13-01T00:00:00.000Z x')],
      ['a moment alone', cursor('2026-01-01T00:00:00.000Z')],
      ['JSON', cursor('{"at":"2026-01-01T00:00:00.000Z","id":"x"}')],
      ['padding', `${cursor('2026-01-01T00:00:00.000Z x')}=`],
      ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]).toString('base64url')],
      ['too much', 'a'.repeat(257)],
    ])('refuses as a cursor %s', async (_, text) => {
      expectInvalid(await call(`${path}?cursor=${encodeURIComponent(text)}`), 'cursor');
    });

    it('refuses two cursors', async () => {
      expectInvalid(await call(`${path}?cursor=a&cursor=b`), 'cursor');
    });

    it.each(['no_such_filter', 'tenant_id', 'limit[]', ''])(
      'refuses the unknown parameter %j',
      async (name) => {
        expectInvalid(await call(`${path}?${encodeURIComponent(name)}=1`), name);
      },
    );

    it('refuses as unknown also the names that every object knows', async () => {
      const accepted: string[] = [];
      for (const name of ['constructor', 'toString', 'valueOf', '__proto__']) {
        const { status } = await call(`${path}?${name}=1`);
        if (status !== 422) accepted.push(`${name}: ${status}`);
      }
      expect(accepted).toEqual([]);
    });
  });

  describe.each(THINGS)('%s/:id', (path) => {
    it.each([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'null',
      'undefined',
      '%00',
      'a%00b',
      '%27%20or%201=1%20--',
      '%2e%2e%2fcustomers',
      '%F0%9F%98%80',
      'a%0d%0ab',
      'a'.repeat(64),
      'a'.repeat(65),
      'a'.repeat(128),
    ])('has nothing at %s', async (id) => {
      const reply = await call(`${path}/${id}`);
      expect((reply.body as { code: string }).code).toMatch(/^(\w+_)?not_found$/);
      expectProblem(reply, 404, (reply.body as { code: string }).code);
    });

    it('has nothing at an address longer than any id', async () => {
      for (const length of [129, 4000]) {
        const reply = await call(`${path}/${'a'.repeat(length)}`);
        expectProblem(reply, 404, (reply.body as { code: string }).code);
      }
    });

    it.each(['%', '%E0%A4%A', '%zz', '%c3%28', '%ff'])('can not read %s', async (id) => {
      expectProblem(await call(`${path}/${id}`), 400, 'malformed_request');
    });
  });

  it.each(['/api/customers', '/api/promos', '/api/tenants'])(
    '%s/:id changes nothing at a bad id',
    async (path) => {
      for (const id of BAD_IDS) {
        const reply = await call(`${path}/${id}`, 'PATCH', {});
        expectProblem(reply, 404, (reply.body as { code: string }).code);
      }
    },
  );

  it.each(DONE_TO_THINGS)('%s does nothing at a bad id', async (path, body) => {
    const thing = /^\/api\/([\w-]+)s\//.exec(path)?.[1]?.replace('-', '_') ?? '';
    for (const id of BAD_IDS) {
      expectProblem(await call(path.replace(':id', id), 'POST', body), 404, missing(thing, id));
    }
    expectProblem(await call(path.replace(':id', '%zz'), 'POST', body), 400, 'malformed_request');
  });

  it("shows nobody's credit at a bad id", async () => {
    for (const id of BAD_IDS) {
      expectProblem(await call(`/api/customers/${id}/credit`), 404, missing('customer', id));
    }
  });

  it.each(['/api/promos', '/api/api-keys'])('%s/:id deletes nothing at a bad id', async (path) => {
    for (const id of BAD_IDS) {
      const reply = await call(`${path}/${id}`, 'DELETE');
      expectProblem(reply, 404, (reply.body as { code: string }).code);
    }
  });

  it.each([
    ['GET', '/api'],
    ['GET', '/api/nothing'],
    ['GET', '/api/Customers'],
    ['GET', '/API/customers'],
    ['GET', '/api/customers/a/b'],
    ['GET', '/api//customers'],
    ['GET', '/customers'],
    ['GET', '/api/credit'],
    ['GET', '/api/__proto__'],
    ['GET', '/.env'],
  ])('%s %s is no route', async (method, path) => {
    expectProblem(await call(path, method), 404, 'route_not_found');
  });

  it.each([
    ['POST', '/api/referrals'],
    ['PUT', '/api/customers/x'],
    ['PUT', '/api/promos/x'],
    ['GET', '/api/enrollments'],
    ['GET', '/api/rewards/x/void'],
    ['GET', '/api/redemptions/x/reverse'],
    ['PATCH', '/api/redemptions/x'],
    ['DELETE', '/api/redemptions/x'],
    ['POST', '/api/customers/x/credit'],
    ['GET', '/api/customers/x/credit/adjustments'],
    ['POST', '/api/ledger/verify'],
    ['GET', '/api/api-keys/x'],
    ['PATCH', '/api/api-keys/x'],
  ])('%s %s is no method of the route', async (method, path) => {
    expectProblem(await call(path, method), 405, 'method_not_allowed');
  });
});
