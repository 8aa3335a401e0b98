import { ApiProperty, getSchemaPath } from '@nestjs/swagger';

class FieldErrorAnswer {
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an email' }) message: string;
}

/** The shape of every error (RFC 9457). */
export class ProblemAnswer {
  @ApiProperty({ example: 'urn:referrals:problem:validation_failed' }) type: string;
  @ApiProperty({ example: 'Unprocessable content' }) title: string;
  @ApiProperty({ type: 'integer', example: 422 }) status: number;
  @ApiProperty({ example: 'The request has invalid fields.' }) detail: string;
  @ApiProperty({ example: '/api/enrollments' }) instance: string;
  @ApiProperty({ description: 'stable, for programs', example: 'validation_failed' }) code: string;
  @ApiProperty({ example: 'req_01jdb0z5n8e8rv3zq6wq5ztg5q' }) request_id: string;
  @ApiProperty({ type: [FieldErrorAnswer], required: false }) errors?: FieldErrorAnswer[];
}

const WHY: Readonly<Record<number, string>> = {
  400: 'The request could not be read',
  401: 'No valid token or key',
  403: 'A token of the wrong kind, a key without the scope, a suspended tenant, or an inactive customer',
  404: 'Nothing with this id in this tenant',
  408: 'The request did not arrive in time',
  409: 'It conflicts with what is there',
  413: 'The body is too large',
  415: 'The body is not JSON',
  417: 'Only 100-continue can be expected',
  422: 'A field is invalid',
  429: 'Too many requests from this address, about this tenant, or with its tokens; or too many tokens that were no good',
  431: 'The headers are too large',
  503: 'There is too much to do at the moment (`busy`), the database does not answer, or the keys of tokens are not to be had',
};

/** When to come again. */
const RETRY_AFTER = { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } } as const;

interface ProblemResponse {
  readonly description: string;
  readonly headers?: typeof RETRY_AFTER;
  readonly content: Record<string, { schema: { $ref: string } }>;
}

/** The OpenAPI description of an error answer. */
export const problemResponse = (status: number): ProblemResponse => ({
  description: WHY[status] ?? '',
  ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
});
