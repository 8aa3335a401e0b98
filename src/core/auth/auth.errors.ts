import { DomainError } from '../../common/domain-error.js';
import type { KeyScope } from './key-scope.js';

/** Returns the same answer for a token that is missing, forged, expired or malformed, so that it reveals nothing. */
export const unauthenticated = (): DomainError =>
  new DomainError('unauthenticated', 'unauthenticated', 'A valid bearer token is required.');

export const wrongKindOfToken = (): DomainError =>
  new DomainError('forbidden', 'wrong_kind_of_token', 'This kind of token may not call this route.');

export const fieldForbiddenForKeys = (field: string): DomainError =>
  new DomainError('forbidden', 'wrong_kind_of_token', `An API key may not send ${field}. Only an admin may.`);

export const unlabelledRoute = (): DomainError =>
  new DomainError('forbidden', 'unlabelled_route', 'This route does not declare who may call it.');

export const insufficientScope = (needed: KeyScope): DomainError =>
  new DomainError('forbidden', 'insufficient_scope', `This API key lacks the scope ${needed}.`);

/** Returns a 503 and not a 401: the token may be valid and will be accepted once the keys can be fetched. */
export const keysUnavailable = (cause: unknown): DomainError =>
  Object.assign(
    new DomainError(
      'unavailable',
      'keys_unavailable',
      "The keys that verify tokens can't be fetched. Try again soon.",
    ),
    { cause },
  );
