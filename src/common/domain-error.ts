/** The category of an error. `problem.ts` maps each one to an HTTP status. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'too_slow'
  | 'conflict'
  | 'precondition_failed'
  | 'too_large'
  | 'unsupported_media_type'
  | 'expectation_failed'
  | 'invalid'
  | 'headers_too_large'
  | 'too_many_requests'
  | 'unavailable';

/** One invalid field of a request: its path, a stable code, and a message for people. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The number of invalid fields that a response lists, so that a request with thousands of them gets a small answer. */
export const MAX_FIELD_ERRORS = 20;

/** A resource and the version of it that a client can require with `If-Match`. */
export interface Versioned<T> {
  readonly state: T;
  readonly version: number;
}

interface ErrorDetails {
  readonly fields?: readonly FieldError[];
  /** The current state, when the caller expected another. */
  readonly current?: object;
  /** The version of `current`, if it is a resource with versions. */
  readonly version?: number;
}

/**
 * An error that the caller can act on. Anything else that is thrown is a bug and becomes a 500, except what the framework
 * refuses (`refusalOf`). `code` is stable, in snake_case and part of the public API; `message` is a short text for people.
 */
export class DomainError extends Error {
  /** The first `MAX_FIELD_ERRORS` invalid fields. */
  readonly fields: readonly FieldError[];
  readonly current: object | undefined;
  readonly version: number | undefined;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    { fields = [], current, version }: ErrorDetails = {},
  ) {
    super(message);
    this.fields = fields.slice(0, MAX_FIELD_ERRORS);
    this.current = current;
    this.version = version;
  }
}

/** Returns a 422 `validation_failed` that lists the invalid fields. */
export const invalidInput = (...fields: FieldError[]): DomainError =>
  new DomainError('invalid', 'validation_failed', 'The request has invalid fields.', { fields });

/** Returns a 404. A resource of another tenant gives the same answer as one that does not exist. */
export const notFound = (thing: string): DomainError =>
  new DomainError('not_found', `${thing}_not_found`, `There is no such ${thing.replaceAll('_', ' ')}.`);

/** Returns a 503 `busy`: the service, or the tenant's share of it, has no capacity left at the moment. */
export const busy = (): DomainError =>
  new DomainError('unavailable', 'busy', 'The service is overloaded. Try again soon.');
