import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.js';

/** Counts every answer by its route and the class of its status. */
export function countRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', ({ method, routeOptions }, { statusCode }, done) => {
    metrics.countRequest(method, routeOptions.url ?? 'none', statusCode);
    done();
  });
}
