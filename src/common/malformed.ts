import { DomainError } from './domain-error.js';

/** 400 for a body that is not what it says. */
export const malformed = (message: string): DomainError =>
  new DomainError('malformed', 'malformed_request', message);

export const notUtf8 = (): DomainError => malformed('The body is not UTF-8.');
