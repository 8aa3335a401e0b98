import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestWithUser } from '../../core/auth/access.decorator.js';
import { applyRateLimit } from './limit-requests.js';
import { RequestLimiterService } from './request-limiter.service.js';
import type { RateLimitPolicy } from './rate-limit-policy.js';

/**
 * Limits what is asked with the tokens and keys of one tenant. Its customers are counted together, and apart from its own
 * people and systems, so that neither uses up what the others need; nor does one customer what all have. Runs behind the guards that know whose a token is.
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
