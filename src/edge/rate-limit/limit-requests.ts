import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPublicRequest, type RouteAccess } from '../../core/auth/access.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import { isPublicPage } from '../../core/http/security-headers.js';
import { isSlug } from '../../tenant/slug.js';
import { tooManyRequests } from './rate-limit.errors.js';
import type { RequestLimiterService } from './request-limiter.service.js';
import { rateLimitHeaders, type RateLimitStatus } from './rate-limit-policy.js';

/**
 * Limits requests without a token: by address before the body is read, and by tenant as soon as that is known. Every
 * response contains the state of the address limit. The tenant limit is shown only in a rejection: its remaining quota
 * would reveal how busy a tenant is, or that it exists.
 */
export function limitPublicRequests(fastify: FastifyInstance, limiter: RequestLimiterService): void {
  if (!limiter.hasLimit('address')) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    done(isPublic(request) ? applyRateLimit(limiter.take('address', networkOf(request)), reply) : undefined);
  });
  fastify.addHook('preHandler', (request, reply, done) => {
    const slug = isPublic(request) ? slugIn(request) : undefined;
    const status = slug === undefined ? undefined : limiter.take('tenant', slug);
    done(status === undefined || status.allowed ? undefined : applyRateLimit(status, reply));
  });
}

/** Returns the network that the limits count a request under. */
export const networkOf = ({ ip }: { readonly ip: string }): string => clientNetwork(ip) ?? ip;

/**
 * Adds the rate limit headers to the response.
 * @returns the error to reject the request with, or undefined when it is allowed
 */
export function applyRateLimit(status: RateLimitStatus, reply: FastifyReply): Error | undefined {
  reply.headers(rateLimitHeaders(status));
  if (status.allowed) return undefined;
  void reply.header('retry-after', Math.max(status.resetSeconds, 1));
  return tooManyRequests(status.policy);
}

function isPublic({ routeOptions, headers }: FastifyRequest): boolean {
  const { access } = routeOptions.config as Partial<RouteAccess>;
  if (access === undefined) return isPublicPage(routeOptions.url ?? '');
  return isPublicRequest(access, headers);
}

interface WithSlug {
  readonly tenant_slug?: unknown;
  /** The parameter of a page's path. */
  readonly slug?: unknown;
}

/**
 * Returns the slug of the tenant that the route is about: from the path of a page, the body of a POST, or the query of
 * any other request. A slug elsewhere in the request is ignored. The slug of an unknown tenant is counted, too.
 */
function slugIn({ method, body, query, params }: FastifyRequest): string | undefined {
  const { slug } = params as WithSlug;
  const { tenant_slug } = ((method === 'POST' ? body : query) ?? {}) as WithSlug;
  const named = slug ?? tenant_slug;
  return typeof named === 'string' && isSlug(named) ? named : undefined;
}
