import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Calls back once when the response has been sent or its connection is closed. Listens to both: a response that waits
 * behind another one on its connection (pipelining) has no socket yet and does not notice that the connection ends.
 */
export function onConnectionClosed(request: FastifyRequest, reply: FastifyReply, callback: () => void): void {
  const { socket } = request.raw;
  let isOver = false;
  const close = (): void => {
    if (isOver) return; // closing the socket also closes the response
    isOver = true;
    reply.raw.off('close', close);
    socket.off('close', close);
    callback();
  };
  socket.setMaxListeners(0); // one listener for each request in the pipeline
  reply.raw.once('close', close);
  socket.once('close', close);
}

/** Returns true when nobody is left to read the response. */
export const isClosed = (request: FastifyRequest, reply: FastifyReply): boolean =>
  reply.raw.closed || request.raw.socket.destroyed;

const CHECK_EVERY_MS = 20;
/** After this time connections are closed even if their requests have not been answered. */
const DRAIN_LIMIT_MS = 9_000;

/**
 * Closes a server as soon as its last request has been answered. By default Node waits for kept-alive and silent
 * connections when it closes.
 * @returns a function that runs `close` this way
 */
export function drainConnections(fastify: FastifyInstance): (close: () => Promise<void>) => Promise<void> {
  let activeRequests = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    activeRequests += 1;
    // Fastify's `onResponse` is not called when the client disconnects first.
    onConnectionClosed(request, reply, () => (activeRequests -= 1));
    done();
  });
  return async (close) => {
    const deadline = Date.now() + DRAIN_LIMIT_MS;
    const look = setInterval(() => {
      if (activeRequests === 0 || Date.now() > deadline) fastify.server.closeAllConnections();
    }, CHECK_EVERY_MS);
    try {
      await close();
    } finally {
      clearInterval(look);
    }
  };
}
