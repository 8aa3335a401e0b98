import { DomainError, notFound } from '../common/domain-error.js';
import type { CustomerStatus } from './customer.entity.js';

export const customerNotFound = (): DomainError => notFound('customer');

export const customerExists = (): DomainError =>
  new DomainError('conflict', 'customer_exists', 'A customer with this e-mail address is already enrolled.');

export const customerIdTaken = (): DomainError =>
  new DomainError('conflict', 'customer_id_taken', 'Another customer has this id.');

export const customerErased = (): DomainError =>
  new DomainError('conflict', 'customer_erased', "This customer was erased and can't be changed.");

const customerInactive = (): DomainError =>
  new DomainError('forbidden', 'customer_inactive', 'This customer is inactive.');

/**
 * Returns the customer if it exists and is active. Only active customers can use the portal.
 * @throws DomainError `customer_not_found`, `customer_inactive`
 */
export function requireActive<C extends { readonly status: CustomerStatus }>(customer: C | undefined): C {
  if (customer === undefined) throw customerNotFound();
  if (customer.status !== 'active') throw customerInactive();
  return customer;
}
