import { DomainError, notFound } from '../common/domain-error.js';

export const customerNotFound = (): DomainError => notFound('customer');

export const customerExists = (): DomainError =>
  new DomainError('conflict', 'customer_exists', 'A customer with this e-mail address is already enrolled.');

export const customerIdTaken = (): DomainError =>
  new DomainError('conflict', 'customer_id_taken', 'Another customer has this id.');

export const customerInactive = (): DomainError =>
  new DomainError('forbidden', 'customer_inactive', 'This customer is inactive.');
