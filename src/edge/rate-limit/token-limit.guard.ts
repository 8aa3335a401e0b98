import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestWithUser } from '../../core/auth/access.decorator.js';
import { applyRateLimit } from './limit-requests.js';
import { RequestLimiterService } from './request-limiter.service.js';
import type { RateLimitPolicy } from './rate-limit-policy.js';

/**
 * Limits requests with the tokens and keys of one tenant. Its customers share one quota and its admins and systems
 * another, so that neither group uses up the other's; nor can one customer use up the quota of all customers. Runs
 * after the guards that authenticate the caller.
 */
@Injectable()
export class TokenLimitGuard implements CanActivate {
  constructor(private readonly limiter: RequestLimiterService) {}

  /** @throws DomainError `too_many_requests` */
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { user } = http.getRequest<RequestWithUser>();
    if (user === undefined || user.kind === 'platform' || !this.limiter.hasLimit('token')) return true;
    const reply = http.getResponse<FastifyReply>();
    const isCustomer = user.kind === 'customer';
    const refused =
      (isCustomer ? this.take('customer', `${user.tenantId} ${user.customerId}`, reply) : undefined) ??
      this.take('token', `${user.tenantId} ${isCustomer ? 'customers' : 'admins'}`, reply);
    if (refused !== undefined) throw refused;
    return true;
  }

  private take(policy: RateLimitPolicy, subject: string, reply: FastifyReply): Error | undefined {
    return applyRateLimit(this.limiter.take(policy, subject), reply);
  }
}
