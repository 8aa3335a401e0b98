import { DomainError } from '../common/domain-error.js';

/** One answer for a token that is missing, forged, expired or malformed: why is nobody's business. */
export const unauthenticated = (): DomainError =>
  new DomainError('unauthenticated', 'unauthenticated', 'A valid bearer token is needed.');

export const wrongKindOfToken = (): DomainError =>
  new DomainError('forbidden', 'wrong_kind_of_token', 'This kind of token may not call this route.');

export const unlabelledRoute = (): DomainError =>
  new DomainError('forbidden', 'unlabelled_route', 'This route does not say who may call it.');
