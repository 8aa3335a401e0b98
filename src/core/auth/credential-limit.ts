import type { FastifyReply, FastifyRequest } from 'fastify';

/** Knows how often an address has failed to say who it is. The room that counts implements it, so that this one need not. */
export abstract class CredentialLimit {
  /** Whether it has failed so often that nothing is looked up for it any more. */
  abstract isExhausted(request: FastifyRequest): boolean;

  /** Counts a failure. @returns what to refuse the request with: `unauthenticated`, or `too_many_requests` */
  abstract recordFailure(request: FastifyRequest, reply: FastifyReply): Error;
}
