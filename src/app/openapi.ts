import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemResponse, READS_ONLY } from '../core/http/openapi.decorators.js';
import { API_KEY_SCHEME } from '../core/auth/access.decorator.js';
import { type KeyAccess, requiredScope } from '../core/auth/key-scope.js';
import { DOCS_PATH, OPENAPI_PATH } from '../core/http/security-headers.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const DESCRIPTION = `
The referral program of a multi-tenant platform. A customer shares a code, a friend enrolls with it, and both earn what the
tenant has configured.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Lists are sorted newest first; pass \`next_cursor\`
as \`cursor\` to get the next page. Amounts in \`*_cents\` are integers in the currency's smallest unit; \`value\` is in
percent or major units.

A method that a path does not support is answered with 405 and an \`Allow\` header. \`OPTIONS\` is answered with 204 and the
same header.`;

const TOKENS = {
  tenant_admin: 'A token with aud "tenant-admin", for a person or system of the tenant',
  customer: 'A token with aud "customer"',
  platform: 'A token with aud "platform", which can manage tenants only',
};

const KEYS =
  'An API key of the tenant (rk_…), sent as a bearer token. It needs the scope of the operation, or `admin`.';

/** Returns the OpenAPI 3.1 description of every route. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Referrals')
    .setDescription(DESCRIPTION.trim())
    .setVersion('1');
  for (const [name, description] of Object.entries(TOKENS)) {
    builder.addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description }, name);
  }
  builder.addBearerAuth({ type: 'http', scheme: 'bearer', description: KEYS }, API_KEY_SCHEME);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace('Controller', '').toLowerCase()}_${method}`,
  });
  for (const [name, path] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      nameScopes(operation, method);
      addCommonProblems(operation, method, name.startsWith('/api/'));
    }
    if (path.post !== undefined && !(READS_ONLY in path.post)) takeIdempotencyKey(path.post);
  }
  return document;
}

/** Resolves the scope of an API key if it depends on the method. */
function nameScopes(operation: Operation, method: string): void {
  operation.security = (operation.security ?? []).map((requirement) => {
    const keys = requirement[API_KEY_SCHEME]?.[0] as KeyAccess | undefined;
    const scope = keys === undefined ? undefined : requiredScope(keys, method);
    return scope === undefined ? requirement : { [API_KEY_SCHEME]: [scope] };
  });
}

/** Errors of any request: before its route is reached, or caused by the database. */
const ANY = [400, 408, 417, 431, 503];

/** Adds the errors that operations have in common: any operation, and those with a token, a body or a rate limit. */
function addCommonProblems(operation: Operation, method: string, limited: boolean): void {
  const { security = [], requestBody, responses } = operation;
  const withToken = security.some((requirement) => Object.keys(requirement).length > 0);
  const statuses = [
    ...ANY,
    ...(withToken ? [401, 403] : []),
    ...(method === 'get' ? [] : [413, 415]), // the body is parsed even if the route takes none
    ...(requestBody === undefined ? [] : [422]),
    ...(limited ? [429] : []),
  ];
  for (const status of statuses) responses[status] ??= problemResponse(status);
}

/** Adds the `Idempotency-Key` header to a POST that writes. */
function takeIdempotencyKey({ parameters = [], responses }: Operation): void {
  parameters.push({
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A request with the same key and body within 24 hours is not executed again. It gets the original response, with `Idempotent-Replayed: true`.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
  });
  for (const status of [409, 422]) responses[status] ??= problemResponse(status);
}

/** Handles a request for one of Swagger's pages. */
export type PageHandler = (request: unknown, reply: unknown) => unknown;

/**
 * Returns the handlers of `/api/openapi.json` and of Swagger's page, by path. Swagger would register them itself, but Fastify
 * accepts no routes after the start. The document is generated at the first request.
 */
export function openApiPages(app: INestApplication): ReadonlyMap<string, PageHandler> {
  const pages = new Map<string, PageHandler>();
  const adapter = app.getHttpAdapter();
  const collector = {
    getType: () => 'collector',
    getRequestUrl: (request: unknown) => adapter.getRequestUrl?.(request) as unknown,
    get: (path: string, handler: PageHandler) => pages.set(path, handler),
  };
  const routeCollector = { getHttpAdapter: () => collector, useStaticAssets: () => undefined };
  SwaggerModule.setup(DOCS_PATH, routeCollector as unknown as INestApplication, () => describeApi(app), {
    jsonDocumentUrl: OPENAPI_PATH,
    raw: ['json'],
    customSiteTitle: 'Referrals API',
  });
  return pages;
}
