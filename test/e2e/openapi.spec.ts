import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { useTestApp } from '../support/app.js';
import { isPage, type Route, routerOf, routesOf } from './router.js';

type Operation = Record<string, unknown> & {
  summary?: string;
  operationId?: string;
  security?: Record<string, unknown>[];
  responses: Record<string, unknown>;
};

/** What a route answers when all is well, where that is more than one status: once it is done, and when it is sent again. */
const DONE: Record<string, string[]> = { 'POST /api/redemptions': ['200', '201'] };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every object inside a document. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const app = useTestApp();

describe('/api/openapi.json', () => {
  let document: OpenAPIObject;
  let operations: Map<string, Operation>;

  beforeAll(async () => {
    document = (await app.get<OpenAPIObject>('/api/openapi.json')).body;
    operations = new Map(
      Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item)
          .filter(([method]) => METHODS.includes(method))
          .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as Operation] as const),
      ),
    );
  });

  const apiRoutes = (): Route[] => routesOf(app).filter((route) => !isPage(route));
  const described = (): string[] => [...operations.keys()].sort();
  const written = ({ method, path }: { method: string; path: string }): string =>
    `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;

  it('answers to anybody, as JSON of OpenAPI 3.1.0', async () => {
    const { status, headers } = await app.get('/api/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(document.openapi).toBe('3.1.0');
  });

  it('describes every route of the router but the pages, and no other', () => {
    expect(described()).toEqual(apiRoutes().map(written).sort());
  });

  it('leaves no route of the router unseen but its own pages', () => {
    const seen = new Set(routesOf(app).map(({ method, path }) => `${method} ${path}`));
    const others = routerOf(app).filter((route) => !seen.has(route));
    expect(seen.size).toBeGreaterThan(30);
    expect(routerOf(app)).toEqual(expect.arrayContaining([...seen]));
    // The drawing names the wildcard of the assets alone, as if it were everything's.
    expect(['/assets/*', '/*'].map((url) => app.fastify.hasRoute({ method: 'GET', url }))).toEqual([
      true,
      false,
    ]);
    expect(others.filter((route) => !/^GET \/(api\/(docs|openapi\.json)|\*$)/.test(route))).toEqual([]);
  });

  it('requires a token exactly where a route does', () => {
    const asked = Object.fromEntries(
      [...operations].map(([name, { security = [] }]) => [name, security.flatMap((one) => Object.keys(one))]),
    );
    const needed = Object.fromEntries(
      apiRoutes().map((route) => [
        written(route),
        [
          ...(route.access ?? []).filter((caller) => caller !== 'public'),
          ...(route.scope === undefined ? [] : ['api_key']),
        ],
      ]),
    );
    expect(asked).toEqual(needed);
  });

  it('gives each operation a name of its own, a summary and an answer', () => {
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(operations.size);
    for (const [name, { summary = '', responses }] of operations) {
      expect({ name, hasSummary: summary.length > 0 }).toEqual({ name, hasSummary: true });
      const done = Object.keys(responses).filter((status) => status.startsWith('2'));
      expect({ name, done: name in DONE ? done : done.length }).toEqual({ name, done: DONE[name] ?? 1 });
    }
  });

  it('names the scope that a key needs', () => {
    const named = Object.fromEntries(
      [...operations].map(([name, { security = [] }]) => [
        name,
        security.flatMap(({ api_key = [] }) => api_key),
      ]),
    );
    const needed = Object.fromEntries(
      apiRoutes().map((route) => [written(route), [route.scope].filter((scope) => scope !== undefined)]),
    );
    expect(named).toEqual(needed);
    expect(named['POST /api/redemptions']).toEqual(['redeem']);
  });

  it('names the fields that no key may send', () => {
    const named = [...operations].map(([name, operation]) => [name, operation['x-in-person-fields'] ?? []]);
    const kept = apiRoutes().map((route) => [written(route), route.inPerson]);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(kept));
  });

  it('contains every schema that it refers to', () => {
    const schemas = Object.keys(document.components?.schemas ?? {}).map(
      (name) => `#/components/schemas/${name}`,
    );
    const references = [...objectsIn(document)].flatMap((object) => ('$ref' in object ? [object.$ref] : []));
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((reference) => !schemas.includes(reference as string))).toEqual([]);
  });

  it('expresses null as in OpenAPI 3.1, without `nullable`', () => {
    expect([...objectsIn(document)].filter((object) => typeof object.nullable === 'boolean')).toEqual([]);
  });

  it('names the errors that every route can give in the problem format', () => {
    for (const [name, { responses }] of operations) {
      const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect({ name, errors: errors.length > 0 }).toEqual({ name, errors: true });
      for (const [, answer] of errors) {
        expect(Object.keys((answer as { content: object }).content)).toEqual(['application/problem+json']);
      }
    }
  });

  it.each(['/api/docs', '/api/docs/'])('is readable at %s', async (path) => {
    const { status, headers, body } = await app.get<string>(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(body).toContain('Referrals API');
  });

  it('serves the scripts that the page needs', async () => {
    const { body } = await app.get<string>('/api/docs/');
    const scripts = [...body.matchAll(/src="([^"]+)"/g)].map(([, src = '']) => src);
    expect(scripts.length).toBeGreaterThan(0);
    for (const src of scripts) {
      const script = await fetch(new URL(src, `${app.url}/api/docs/`));
      expect({ src, status: script.status, empty: (await script.text()) === '' }).toEqual({
        src,
        status: 200,
        empty: false,
      });
    }
  });
});

describe('openapi.json', () => {
  it('is what the service answers; `npm run openapi` writes it afresh', async () => {
    const { body } = await app.get('/api/openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync('openapi.json', 'utf8')));
  });
});
