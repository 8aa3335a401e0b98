import { type ProblemBody, useTestApp } from '../support/app.js';
import { BODY_ROUTES, bodyWith, routeOf, send, sendInVain, TABLE_ROUTES } from './body-routes.js';
import { expectInvalid, expectProblem } from './expectations.js';
import { routesOf } from './router.js';
import { aScene, type Scene } from './scene.js';

const ROUTES = Object.keys(BODY_ROUTES);
/** Their address says it all. */
const BODILESS = ['POST /api/webhooks/:id/test', 'POST /api/webhooks/:id/rotate-secret'];
const LIMIT = 64 * 1024;

/** What is no JSON, or none that a request may hold: 400. */
const MALFORMED: [string, string][] = [
  ['nothing', ''],
  ['white space', ' \n'],
  ['an open object', '{"name":"a"'],
  ['a trailing comma', '{"name":"a",}'],
  ['two objects', '{}{}'],
  ['single quotes', "{'name':'a'}"],
  ['NaN', '{"name":NaN}'],
  ['a raw NUL byte', '{"name":"a\u0000b"}'],
  ['a raw line break in a text', '{"name":"a\nb"}'],
  ['a form', 'name=a&email=b'],
  ['an array', '[{"name":"a"}]'],
  ['an empty array', '[]'],
  ['null', 'null'],
  ['a text', '"name"'],
  ['a number', '1'],
  ['a body of nested arrays', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['a body of arrays that never close', '['.repeat(50_000)],
  ['a field of nested arrays', `{"name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ['a field of nested objects', `{"name":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
  ['__proto__', '{"__proto__":{"admin":true}}'],
  ['__proto__ in disguise', '{"\\u005f_proto__":{"admin":true}}'],
  ['__proto__ inside a field', '{"name":{"__proto__":{"admin":true}}}'],
  ['a prototype by way of the constructor', '{"constructor":{"prototype":{"admin":true}}}'],
];

describe('bad bodies', () => {
  const app = useTestApp();
  let scene: Scene;

  beforeAll(async () => (scene = await aScene(app)));

  it('are tried on every route that reads one', () => {
    const reading = routesOf(app).filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method));
    expect([...ROUTES, ...BODILESS, ...Object.keys(TABLE_ROUTES)].toSorted()).toEqual(
      reading.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  describe.each(ROUTES)('%s', (name) => {
    it('takes its good body, so that what follows is refused for its fault alone', async () => {
      const { body, accepted, renew } = routeOf(name);
      expect((await send(scene, name, body(scene))).status).toBe(accepted);
      await renew?.(scene);
    });

    it.each(MALFORMED)('refuses %s as malformed', async (_, body) => {
      const headers = { 'content-type': 'application/json' };
      expectProblem(await sendInVain(scene, name, body, headers), 400, 'malformed_request');
    });

    it('refuses bytes that are not UTF-8', async () => {
      const good = Buffer.from(JSON.stringify(routeOf(name).body(scene)));
      for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
        const body = Buffer.concat([good.subarray(0, -2), Buffer.from(bytes), good.subarray(-2)]);
        expectProblem(await sendInVain(scene, name, body), 400, 'malformed_request');
      }
    });

    it.each([
      ['a byte too long', `{"name":"${'a'.repeat(LIMIT - 10)}"}`],
      ['50,000 nested arrays', '['.repeat(50_000) + ']'.repeat(50_000)],
      ['50,000 nested arrays in a field', `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ])('refuses %s as too large', async (_, body) => {
      expect(Buffer.byteLength(body)).toBeGreaterThan(LIMIT);
      expectProblem(await sendInVain(scene, name, body), 413, 'body_too_large');
    });

    it('reads a body up to the limit, and finds its fault', async () => {
      const body = bodyWith(scene, name, 'no_such_field', '"');
      const filled = `${body.slice(0, -1)}${'a'.repeat(LIMIT - body.length - 1)}"}`;
      expect(Buffer.byteLength(filled)).toBe(LIMIT);
      expectInvalid(await sendInVain(scene, name, filled), 'no_such_field');
    });

    it.each([
      'text/plain',
      'text/csv',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/xml',
      'application/jsonp',
      'application/json-patch+json',
      'json',
      'application/octet-stream',
    ])('refuses a body of type %s', async (type) => {
      const body = JSON.stringify(routeOf(name).body(scene));
      const reply = await sendInVain(scene, name, body, { 'content-type': type });
      expectProblem(reply, 415, 'unsupported_media_type');
    });

    it.each([
      'no_such_field',
      'tenant_id',
      'tenantId',
      'created_at',
      'redemption_count',
      '',
      'a\u0000b',
      'NAME',
    ])('refuses an unknown field %j, naming it', async (field) => {
      for (const raw of ['"x"', '{"a":1}', 'null']) {
        expectInvalid(await sendInVain(scene, name, bodyWith(scene, name, field, raw)), field);
      }
    });

    it('lists the first twenty faults of thousands, and answers with little', async () => {
      const unknown = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`field_${n}`, n]));
      const { status, body } = await send(scene, name, JSON.stringify(unknown));
      expect([status, (body as ProblemBody).errors?.length]).toEqual([422, 20]);
      expect(JSON.stringify(body).length).toBeLessThan(5_000);
    });

    it('refuses as unknown also the names that every object knows', async () => {
      const accepted: string[] = [];
      for (const field of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
        const { status } = await send(scene, name, bodyWith(scene, name, field, '1'));
        if (status !== 422) accepted.push(`${field}: ${status}`);
      }
      expect(accepted).toEqual([]);
    });
  });

  it.each(['PATCH /api/tenants/:id', 'PATCH /api/customers/:id', 'PATCH /api/promos/:id'])(
    '%s refuses a new id',
    async (name) => {
      expectInvalid(await sendInVain(scene, name, bodyWith(scene, name, 'id', '"x"')), 'id');
    },
  );

  it.each([
    'POST /api/enrollments',
    'POST /api/promos',
    'POST /api/tenants',
    'POST /api/redemptions',
    'POST /api/redemptions/:id/reverse',
    'POST /api/customers/:id/credit/adjustments',
    'PUT /api/referrals/config',
  ])('%s refuses an id and a status', async (name) => {
    expectInvalid(await sendInVain(scene, name, bodyWith(scene, name, 'id', '"x"')), 'id');
    expectInvalid(await sendInVain(scene, name, bodyWith(scene, name, 'status', '"active"')), 'status');
  });
});
