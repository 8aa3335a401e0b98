import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asksInPublic, type RouteAccess } from '../auth/access.decorator.js';
import { isPublicPage } from '../common/public-pages.js';
import { isSlug } from '../tenant/slug.js';
import { clientNetwork } from '../common/client-network.js';
import type { PublicLimiter } from './public-limiter.js';
import { tooManyRequests } from './rate-limit.errors.js';
import { rateLimitFields, type Standing } from './standing.js';

/**
 * Limits what is asked without a token: by address before a body is read, by tenant as soon as a body, a query or an
 * address names one.
 * Every answer says how its caller stands by address. By tenant only a refusal does: what is left of a tenant's limit
 * would tell a stranger how much it is asked about, or that it exists.
 */
export function limitPublicRoutes(fastify: FastifyInstance, limiter: PublicLimiter): void {
  if (!limiter.isOn) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isPublic(request)) {
      done();
      return;
    }
    const standing = limiter.take('address', clientNetwork(request.ip) ?? request.ip);
    reply.headers(rateLimitFields(standing));
    done(refusal(standing, reply));
  });
  fastify.addHook('preHandler', (request, reply, done) => {
    const slug = isPublic(request) ? slugIn(request) : undefined;
    done(slug === undefined ? undefined : refusal(limiter.take('tenant', slug), reply));
  });
}

function isPublic({ routeOptions, headers }: FastifyRequest): boolean {
  const { access } = routeOptions.config as Partial<RouteAccess>;
  if (access === undefined) return isPublicPage(routeOptions.url ?? '');
  return asksInPublic(access, headers);
}

/** Where a request may name a tenant. */
interface Named {
  readonly tenant_slug?: unknown;
  /** Of a page's address. */
  readonly slug?: unknown;
}

/** Whether there is such a tenant or not: a slug that is none is counted alike. */
function slugIn({ body, query, params }: FastifyRequest): string | undefined {
  const { tenant_slug, slug } = { ...(params as Named), ...(query as Named), ...(body as Named) };
  const named = tenant_slug ?? slug;
  return typeof named === 'string' && isSlug(named) ? named : undefined;
}

function refusal(standing: Standing, reply: FastifyReply): Error | undefined {
  if (standing.allowed) return undefined;
  reply.headers(rateLimitFields(standing)).header('retry-after', Math.max(standing.resetSeconds, 1));
  return tooManyRequests(standing.policy);
}
