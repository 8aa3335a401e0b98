import type { FastifyInstance } from 'fastify';
import { newId } from '../../common/ids.js';

/** The header with the id of the request. Log lines about the request and problem responses contain the same id. */
export const REQUEST_ID = 'x-request-id';

/** Generates the id of a request. The one that a client sends is ignored, because it could be the id of another request. */
export const newRequestId = (): string => newId('req');

/** Tells each caller the id of their request. */
export function addRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ id }, reply, done) => {
    void reply.header(REQUEST_ID, id);
    done();
  });
}
