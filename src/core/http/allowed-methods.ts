import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/domain-error.js';
import type { ProblemFilter } from './problem.filter.js';

const methodNotAllowed = (): DomainError =>
  new DomainError('method_not_allowed', 'method_not_allowed', 'This path does not support the method.');

/** Converts a route such as `/api/customers/:id` or `/dashboard/*` to a regular expression for its paths. */
const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[^/]+/g, '[^/]+')
      .replace('*', '.*')}/?$`,
  );

/**
 * Answers requests whose method the path does not support: 405 with the `Allow` header (RFC 9110, section 15.5.6), and
 * `OPTIONS` with 204. Must be called before routes are registered.
 */
export function answerUnsupportedMethods(fastify: FastifyInstance, filter: ProblemFilter): void {
  const routes = new Map<string, { address: RegExp; methods: string[] }>();
  fastify.addHook('onRoute', ({ method, url }) => {
    const route = routes.get(url) ?? { address: pathPattern(url), methods: [] };
    if (url !== '*' && url !== '/*')
      routes.set(url, { ...route, methods: [...route.methods, method].flat() });
  });
  const allowedAt = (url: string): string[] => {
    const path = url.split('?', 1)[0] ?? '';
    const methods = [...routes.values()].flatMap((route) => (route.address.test(path) ? route.methods : []));
    return [...new Set(methods)].sort();
  };
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    const allowed = request.is404 ? allowedAt(request.url) : [];
    // The method is supported, so the path only resembles a route, for example by a trailing slash.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      done();
      return;
    }
    void reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') void reply.status(204).send();
    else filter.answer(methodNotAllowed(), request, reply);
  });
}
