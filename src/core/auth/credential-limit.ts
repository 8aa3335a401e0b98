import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Limits failed authentications by address. An interface implemented by room `edge`, so that this room need not import
 * it.
 */
export abstract class CredentialLimit {
  /** Returns true when the address has failed so often that its credentials are no longer looked up. */
  abstract isExhausted(request: FastifyRequest): boolean;

  /**
   * Counts a failed authentication.
   * @returns the error for this request: `unauthenticated`, or `too_many_requests`
   */
  abstract recordFailure(request: FastifyRequest, reply: FastifyReply): Error;
}
