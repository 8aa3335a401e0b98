import { HttpException } from '@nestjs/common';
import { omitUndefined } from '../../common/omit-undefined.js';
import { DomainError, type ErrorKind, type FieldError } from '../../common/domain-error.js';

/** An error response (RFC 9457), with a stable `code` as an extension member. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  request_id: string;
  errors?: readonly FieldError[];
  /** The current state, if the caller expected another. */
  current?: object;
}

const STATUS_OF_KIND: Record<ErrorKind, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Bad request' },
  unauthenticated: { status: 401, title: 'Unauthorized' },
  forbidden: { status: 403, title: 'Forbidden' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  too_slow: { status: 408, title: 'Request timeout' },
  conflict: { status: 409, title: 'Conflict' },
  precondition_failed: { status: 412, title: 'Precondition failed' },
  too_large: { status: 413, title: 'Content too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  expectation_failed: { status: 417, title: 'Expectation failed' },
  invalid: { status: 422, title: 'Unprocessable content' },
  headers_too_large: { status: 431, title: 'Request header fields too large' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Service unavailable' },
};

/** Requests that the framework rejects before a route is reached, by status. */
const FRAMEWORK_REFUSALS: Record<number, DomainError> = {
  400: new DomainError('malformed', 'malformed_request', 'The request could not be parsed.'),
  404: new DomainError('not_found', 'route_not_found', 'This route does not exist.'),
  413: new DomainError('too_large', 'body_too_large', 'The request body is too large.'),
  415: new DomainError(
    'unsupported_media_type',
    'unsupported_media_type',
    'Send the body as application/json.',
  ),
};

/**
 * Converts a thrown value to the error in the response.
 * @returns undefined for an unexpected error. That is a bug, and the caller learns nothing but the request id.
 */
export function refusalOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException && error.getStatus() < 500) {
    return FRAMEWORK_REFUSALS[error.getStatus()] ?? FRAMEWORK_REFUSALS[400];
  }
  return undefined;
}

/** Returns the body of an error response. It never contains a stack trace, a statement or a value from the database. */
export function problemOf(refusal: DomainError | undefined, request: { url: string; id: string }): Problem {
  const { status, title } = refusal === undefined ? UNEXPECTED : STATUS_OF_KIND[refusal.kind];
  const code = refusal?.code ?? 'internal_error';
  return {
    type: `urn:referrals:problem:${code}`,
    title,
    status,
    detail:
      refusal?.message ?? 'An unexpected error occurred. The server log contains it under the request id.',
    instance: request.url.split('?', 1)[0] ?? '/',
    code,
    request_id: request.id,
    ...(refusal !== undefined && membersOf(refusal)),
  };
}

/** Returns the members that only some problems have. */
const membersOf = ({ fields, current }: DomainError): Pick<Problem, 'errors' | 'current'> =>
  omitUndefined({ errors: fields.length > 0 ? fields : undefined, current });

const UNEXPECTED = { status: 500, title: 'Internal server error' };
