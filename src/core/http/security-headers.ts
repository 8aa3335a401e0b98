import type { FastifyInstance } from 'fastify';

export const DOCS_PATH = 'api/docs';
export const OPENAPI_PATH = 'api/openapi.json';

/** Returns true for the description of the API, which is public and the same for everybody. */
export const isPublicPage = (path: string): boolean =>
  [DOCS_PATH, OPENAPI_PATH].some((page) => path.startsWith(`/${page}`));

/** API responses are data: they must not be framed, executed or interpreted as another type. */
const ALWAYS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
/** The page at `/api/docs` runs its own scripts and calls its own origin. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Adds the headers of the OWASP REST Security Cheat Sheet to every response.
 * @param publicUrl the public address; when it is https, browsers are told to use https only
 * @param includeSubDomains extends that to all subdomains, which may belong to somebody else
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

/** Forbids caches from storing responses, which may be meant for one caller only. The description of the API may be stored. */
export function forbidCaching(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ url }, reply, done) => {
    if (!isPublicPage(url)) reply.header('cache-control', 'no-store');
    done();
  });
}
