import type { FastifyInstance } from 'fastify';

export const DOCS_PATH = 'api/docs';
export const OPENAPI_PATH = 'api/openapi.json';

/** The description of the API, which is everybody's and the same for all. */
export const isPublicPage = (path: string): boolean =>
  [DOCS_PATH, OPENAPI_PATH].some((page) => path.startsWith(`/${page}`));

/** The API answers data: nothing of it may be framed, run, or taken for something else than it says. */
const ALWAYS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** The page at `/api/docs` runs its own scripts, and asks its own origin. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
const TWO_YEARS_SECONDS = 63_072_000;

/**
 * The headers of the OWASP REST Security Cheat Sheet on every answer.
 * @param publicUrl where it is reached; behind https, browsers are told to stay there
 * @param includeSubDomains to tell them so of every host below its name, which may be somebody else's
 */
export function addSecurityHeaders(
  fastify: FastifyInstance,
  publicUrl: string,
  includeSubDomains: boolean,
): void {
  const overTls = publicUrl.startsWith('https:')
    ? {
        'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}${includeSubDomains ? '; includeSubDomains' : ''}`,
      }
    : {};
  const headers = { ...ALWAYS, ...overTls };
  const ofDocs = { ...headers, 'content-security-policy': DOCS_POLICY };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith('/api/docs') ? ofDocs : headers);
    done();
  });
}

/**
 * No cache keeps an answer: each may hold what only its caller is to know. The description of the API alone may be kept.
 */
export function forbidCaching(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ url }, reply, done) => {
    if (!isPublicPage(url)) reply.header('cache-control', 'no-store');
    done();
  });
}
