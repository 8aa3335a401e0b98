import { type ProblemBody, useTestApp } from '../support/app.js';
import { BAD_FIELDS } from './bad-fields.js';
import { BODY_ROUTES, bodyWith, routeOf, send, sendInVain, TABLE_ROUTES } from './body-routes.js';
import { expectInvalid, expectProblem, inVain } from './expectations.js';
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

const app = useTestApp();

describe('bad bodies', () => {
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

const cases = Object.entries(BAD_FIELDS).flatMap(([name, fields]) =>
  Object.entries(fields).map(([field, values]): [string, string, string[]] => [name, field, values]),
);

describe('bad fields', () => {
  let scene: Scene;

  beforeAll(async () => (scene = await aScene(app)));

  it('are tried of every field of every body', () => {
    const fields = Object.entries(BODY_ROUTES).map(([name, { body }]) => [
      name,
      Object.keys(body(scene)).sort(),
    ]);
    const tried = Object.entries(BAD_FIELDS).map(([name, of]) => [name, Object.keys(of).sort()]);
    expect(Object.fromEntries(tried)).toEqual(Object.fromEntries(fields));
  });

  it.each(cases)(
    '%s refuses of %s what it does not take, naming it, and stores nothing',
    async (name, field, values) => {
      const wrong: string[] = [];
      await inVain(app, async () => {
        for (const raw of values) {
          const reply = await send(scene, name, bodyWith(scene, name, field, raw));
          if (reply.status === 422) expectInvalid(reply, field);
          else wrong.push(`${raw}: ${reply.status}`);
        }
        expect(wrong).toEqual([]);
      });
    },
  );

  it.each([
    ['JPY', '0.5'],
    ['JPY', '100.1'],
    ['USD', '1.001'],
    ['KWD', '1.0001'],
  ])('an amount in %s is never rounded: %s is refused', async (currency, raw) => {
    const abroad = await aScene(app, currency);
    const saved = bodyWith(abroad, 'PUT /api/referrals/config', 'referral_reward_value', raw);
    expectInvalid(await sendInVain(abroad, 'PUT /api/referrals/config', saved), 'referral_reward_value');
    const promo = bodyWith(abroad, 'POST /api/promos', 'discount_type', '"discount_fixed"');
    const fixed = promo.replace('"discount_value":10', `"discount_value":${raw}`);
    expectInvalid(await sendInVain(abroad, 'POST /api/promos', fixed), 'discount_value');
  });

  it('names every wrong field of a body at once', async () => {
    const body = '{"id":"a b","name":"","email":"a","phone":7,"status":"gone","extra":1}';
    const reply = await sendInVain(scene, 'POST /api/customers', body);
    const { errors = [] } = expectInvalid(
      reply,
      ...new Set(['extra', 'id', 'name', 'email', 'phone', 'status']),
    );
    for (const { code } of errors) expect(code).toMatch(/^[a-z_]+$/);
  });
});
