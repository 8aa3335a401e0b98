import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unauthenticated } from '../../core/auth/auth.errors.js';
import { CredentialLimit } from '../../core/auth/credential-limit.js';
import { networkOf, applyRateLimit } from './limit-requests.js';
import { RequestLimiterService } from './request-limiter.service.js';

/** Counts failed authentications by address. */
@Injectable()
export class CredentialLimitService extends CredentialLimit {
  constructor(private readonly limiter: RequestLimiterService) {
    super();
  }

  override isExhausted(request: FastifyRequest): boolean {
    return (
      this.limiter.hasLimit('credentials') && this.limiter.isExhausted('credentials', networkOf(request))
    );
  }

  override recordFailure(request: FastifyRequest, reply: FastifyReply): Error {
    if (!this.limiter.hasLimit('credentials')) return unauthenticated();
    return applyRateLimit(this.limiter.take('credentials', networkOf(request)), reply) ?? unauthenticated();
  }
}
