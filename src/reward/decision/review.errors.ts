import { DomainError, notFound } from '../../common/domain-error.js';

export const reviewNotFound = (): DomainError => notFound('review');

export const reviewDecided = (): DomainError =>
  new DomainError('conflict', 'review_decided', 'This review has already been decided.');
