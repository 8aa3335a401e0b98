import type { FastifyInstance } from 'fastify';
import { isPublicPage } from './public-pages.js';

/**
 * No cache keeps an answer: each may hold what only its caller is to know. The description of the API alone may be kept.
 */
export function forbidStorage(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ url }, reply, done) => {
    if (!isPublicPage(url)) reply.header('cache-control', 'no-store');
    done();
  });
}
