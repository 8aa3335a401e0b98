/** What went wrong, in the caller's terms; `problem.ts` gives each kind its HTTP status. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'too_slow'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media_type'
  | 'expectation_failed'
  | 'invalid'
  | 'headers_too_large'
  | 'too_many_requests'
  | 'unavailable';

/** One refused field of a request: where it stands, a stable code, and a sentence for people. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** More wrong fields than this are not listed: who sends them has no use for the rest, and an answer stays small. */
export const MAX_FIELD_ERRORS = 20;

/**
 * A refusal that the caller can act on. Anything else that is thrown is a bug and becomes a 500.
 * `code` is stable, snake_case and part of the public API; `message` is one sentence for people.
 */
export class DomainError extends Error {
  /** The first `MAX_FIELD_ERRORS` of the refused fields. */
  readonly fields: readonly FieldError[];

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    fields: readonly FieldError[] = [],
  ) {
    super(message);
    this.fields = fields.slice(0, MAX_FIELD_ERRORS);
  }
}

/** Input of the right shape that a rule refuses: 422 `validation_failed`, with the fields that are wrong. */
export const invalidInput = (...fields: FieldError[]): DomainError =>
  new DomainError('invalid', 'validation_failed', 'The request has invalid fields.', fields);

/** 404 for a thing that does not exist, or belongs to another tenant: the two are not told apart. */
export const notFound = (thing: string): DomainError =>
  new DomainError('not_found', `${thing}_not_found`, `There is no such ${thing.replaceAll('_', ' ')}.`);

/** 503 in words of its own: all is well, and there is more to do than can be done at this moment. */
export const busy = (): DomainError =>
  new DomainError('unavailable', 'busy', 'There is too much to do at the moment. Try again soon.');
