import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/domain-error.js';
import type { ProblemFilter } from './problem.filter.js';

const methodNotAllowed = (): DomainError =>
  new DomainError('method_not_allowed', 'method_not_allowed', 'The route does not know this method.');

/** `/api/customers/:id`, `/dashboard/*` as an expression that addresses of it match. */
const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[^/]+/g, '[^/]+')
      .replace('*', '.*')}/?$`,
  );

/**
 * Answers methods that an address does not know: 405 with what it does know (RFC 9110, section 15.5.6), and `OPTIONS`
 * with 204. To be called before the routes are made.
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
    // One that it knows was sent to an address that only looks alike, as with a slash behind it.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      done();
      return;
    }
    void reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    if (request.method === 'OPTIONS') void reply.status(204).send();
    else filter.answer(methodNotAllowed(), request, reply);
  });
}
