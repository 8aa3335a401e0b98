import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Calls back once, when the answer has been sent or its connection is gone. Both are listened to: a response that waits
 * behind another one on its connection (pipelining) has no socket yet, and never hears that the connection has ended.
 */
export function onConnectionClosed(request: FastifyRequest, reply: FastifyReply, callback: () => void): void {
  const { socket } = request.raw;
  let isOver = false;
  const close = (): void => {
    if (isOver) return; // the socket tells the response, and then whoever else listened when it began to tell
    isOver = true;
    reply.raw.off('close', close);
    socket.off('close', close);
    callback();
  };
  socket.setMaxListeners(0); // as many as there are requests in the pipeline
  reply.raw.once('close', close);
  socket.once('close', close);
}

/** Whether nobody is there any more to read the answer. */
export const isClosed = (request: FastifyRequest, reply: FastifyReply): boolean =>
  reply.raw.closed || request.raw.socket.destroyed;

const CHECK_EVERY_MS = 20;
/** Who has not been answered by then is hung up on. */
const DRAIN_LIMIT_MS = 9_000;

/**
 * Lets a server end when its last request has been answered, whatever its callers do: a kept-alive connection stays open
 * after the answer, and a silent one never asks. Node waits for both when it is told to close.
 * @returns runs `close` that way
 */
export function drainConnections(fastify: FastifyInstance): (close: () => Promise<void>) => Promise<void> {
  let activeRequests = 0;
  fastify.addHook('onRequest', (request, reply, done) => {
    activeRequests += 1;
    // Not Fastify's `onResponse`, which never comes when the caller hangs up first.
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
