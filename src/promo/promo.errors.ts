import { DomainError, invalidInput, notFound } from '../common/domain-error.js';

export const promoNotFound = (): DomainError => notFound('promo');

export const promoCodeTaken = (): DomainError =>
  new DomainError('conflict', 'promo_code_taken', 'Another promo has this code.');

export const limitBelowCount = (): DomainError =>
  new DomainError(
    'conflict',
    'promo_limit_below_count',
    'This promo has already been redeemed more often than the new limit allows.',
  );

export const emptyWindow = (): DomainError =>
  invalidInput({ field: 'ends_at', code: 'empty_window', message: 'ends_at must be after starts_at' });
