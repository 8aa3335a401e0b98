import { DomainError } from '../../common/domain-error.js';
import type { RateLimitPolicy } from './rate-limit-policy.js';

const MESSAGES: Record<RateLimitPolicy, string> = {
  address: 'Too many requests from this address. Try again later.',
  tenant: 'Too many requests for this tenant. Try again later.',
  token: 'Too many requests with tokens of this tenant. Try again later.',
  customer: 'Too many requests with tokens of this customer. Try again later.',
  credentials: 'Too many failed authentications from this address. Try again later.',
};

export const tooManyRequests = (policy: RateLimitPolicy): DomainError =>
  new DomainError('too_many_requests', 'too_many_requests', MESSAGES[policy]);
