import { DomainError, notFound } from '../common/domain-error.js';

export const tenantNotFound = (): DomainError => notFound('tenant');

export const slugTaken = (): DomainError =>
  new DomainError('conflict', 'tenant_slug_taken', 'Another tenant has this slug.');

export const tenantSuspended = (): DomainError =>
  new DomainError('forbidden', 'tenant_suspended', 'This tenant is suspended.');
