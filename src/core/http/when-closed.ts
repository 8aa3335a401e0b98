import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Calls back once, when the answer has been sent or its connection is gone. Both are listened to: a response that waits
 * behind another one on its connection (pipelining) has no socket yet, and never hears that the connection has ended.
 */
export function whenClosed(request: FastifyRequest, reply: FastifyReply, callback: () => void): void {
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
