import { DomainError } from './domain-error.js';

/** 503 in words of its own: all is well, and there is more to do than can be done at this moment. */
export const busy = (): DomainError =>
  new DomainError('unavailable', 'busy', 'There is too much to do at the moment. Try again soon.');
