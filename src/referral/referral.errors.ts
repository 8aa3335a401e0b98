import { DomainError, notFound } from '../common/domain-error.js';

export const referralNotFound = (): DomainError => notFound('referral');

export const refereeHasReferral = (): DomainError =>
  new DomainError('conflict', 'referee_has_referral', 'This customer has been referred already.');

export const illegalTransition = (from: string, to: string): DomainError =>
  new DomainError(
    'conflict',
    'illegal_transition',
    from === to ? `It is ${to} already.` : `What is ${from} can't become ${to}.`,
  );
