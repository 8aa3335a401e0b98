import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPublicRequest, type RouteAccess } from '../../core/auth/access.decorator.js';
import { clientNetwork } from '../../core/http/client-address.js';
import { isPublicPage } from '../../core/http/security-headers.js';
import { isSlug } from '../../tenant/slug.js';
import { tooManyRequests } from './rate-limit.errors.js';
import type { RequestLimiterService } from './request-limiter.service.js';
import { rateLimitHeaders, type RateLimitStatus } from './rate-limit-policy.js';

/**
 * Limits what is asked without a token: by address before a body is read, by tenant as soon as it is known which one the
 * request is about.
 * Every answer says how its caller stands by address. By tenant only a refusal does: what is left of a tenant's limit
 * would tell a stranger how much it is asked about, or that it exists.
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

/** Whom an address stands for, as limits count it. */
export const networkOf = ({ ip }: { readonly ip: string }): string => clientNetwork(ip) ?? ip;

/** Says in the answer how its caller stands. @returns what to refuse the request with, if it is one too many */
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
  /** Of a page's address. */
  readonly slug?: unknown;
}

/**
 * The tenant that the route will speak of, and no other that the request names beside it: a page's by its path, a POST's by
 * its body, any other's by its query. Whether there is such a tenant or not: a slug that is none is counted alike.
 */
function slugIn({ method, body, query, params }: FastifyRequest): string | undefined {
  const { slug } = params as WithSlug;
  const { tenant_slug } = ((method === 'POST' ? body : query) ?? {}) as WithSlug;
  const named = slug ?? tenant_slug;
  return typeof named === 'string' && isSlug(named) ? named : undefined;
}
