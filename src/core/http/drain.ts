import type { FastifyInstance } from 'fastify';
import { whenClosed } from './when-closed.js';

const LOOK_EVERY_MS = 20;
/** Who has not been answered by then is hung up on. */
const LIMIT_MS = 9_000;

/**
 * Lets a server end when its last request has been answered, whatever its callers do: a kept-alive connection stays open
 * after the answer, and a silent one never asks. Node waits for both when it is told to close.
 * @returns runs `close` that way
 */
export function draining(fastify: FastifyInstance): (close: () => Promise<void>) => Promise<void> {
  let underWay = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    underWay += 1;
    // Not Fastify's `onResponse`, which never comes when the caller hangs up first.
    whenClosed(request, reply, () => (underWay -= 1));
    done();
  });
  return async (close) => {
    const deadline = Date.now() + LIMIT_MS;
    const look = setInterval(() => {
      if (underWay === 0 || Date.now() > deadline) fastify.server.closeAllConnections();
    }, LOOK_EVERY_MS);
    try {
      await close();
    } finally {
      clearInterval(look);
    }
  };
}
