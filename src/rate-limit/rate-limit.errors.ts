import { DomainError } from '../common/domain-error.js';
import type { Policy } from './standing.js';

const WHY: Record<Policy, string> = {
  address: 'Too many requests from this address. Try again later.',
  tenant: 'Too many requests about this tenant. Try again later.',
};

export const tooManyRequests = (policy: Policy): DomainError =>
  new DomainError('too_many_requests', 'too_many_requests', WHY[policy]);
