import { DomainError, notFound } from '../common/domain-error.js';

export const referralNotFound = (): DomainError => notFound('referral');

export const refereeHasReferral = (): DomainError =>
  new DomainError('conflict', 'referee_has_referral', 'This customer has already been referred.');

export const illegalTransition = (from: string, to: string): DomainError =>
  new DomainError(
    'conflict',
    'illegal_transition',
    from === to ? `The status is already ${to}.` : `The status can't change from ${from} to ${to}.`,
  );
