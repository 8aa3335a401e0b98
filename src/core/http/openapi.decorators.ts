import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiProperty,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';

class FieldErrorAnswer {
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an email' }) message: string;
}

/** The format of every error (RFC 9457). */
class ProblemAnswer {
  @ApiProperty({ example: 'urn:referrals:problem:validation_failed' }) type: string;
  @ApiProperty({ example: 'Unprocessable content' }) title: string;
  @ApiProperty({ type: 'integer', example: 422 }) status: number;
  @ApiProperty({ example: 'The request has invalid fields.' }) detail: string;
  @ApiProperty({ example: '/api/enrollments' }) instance: string;
  @ApiProperty({ description: 'stable, for programs', example: 'validation_failed' }) code: string;
  @ApiProperty({ example: 'req_01jdb0z5n8e8rv3zq6wq5ztg5q' }) request_id: string;
  @ApiProperty({ type: [FieldErrorAnswer], required: false }) errors?: FieldErrorAnswer[];
}

const PROBLEM_DESCRIPTIONS: Readonly<Record<number, string>> = {
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

/** The header of a response that the client should repeat. */
const RETRY_AFTER = { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } } as const;

interface ProblemResponse {
  readonly description: string;
  readonly headers?: typeof RETRY_AFTER;
  readonly content: Record<string, { schema: { $ref: string } }>;
}

/** Returns the OpenAPI description of an error response. */
export const problemResponse = (status: number): ProblemResponse => ({
  description: PROBLEM_DESCRIPTIONS[status] ?? '',
  ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
});

const problemResponses = (statuses: readonly number[]): MethodDecorator[] =>
  statuses.map((status) => ApiResponse({ status, ...problemResponse(status) }));

/**
 * Documents a route: its status, its body and its own errors. `describeApi` adds the errors that all routes have in
 * common.
 */
export const Answers = (
  status: 200 | 201,
  body: Type,
  summary: string,
  ...refusals: number[]
): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status, type: body, description: 'Done' }),
    ...problemResponses(refusals),
  );

/** Documents a POST that does its work once: 201 the first time, 200 with the same body when it is repeated. */
export const AnswersOnce = (body: Type, summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 201, type: body, description: 'Done' }),
    ApiResponse({ status: 200, type: body, description: 'It had been done already' }),
    ...problemResponses(refusals),
  );

/** Documents a route that returns JSON or CSV. */
export const AnswersOrCsv = (body: Type, summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer, body),
    ApiResponse({
      status: 200,
      description: 'Done',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(body) } },
        'text/csv': { schema: { type: 'string' } },
      },
    }),
    ...problemResponses(refusals),
  );

/** Documents a route that returns something other than JSON: an image, a CSV file or plain text. */
export const AnswersFile = (
  mediaTypes: readonly string[],
  summary: string,
  ...refusals: number[]
): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({
      status: 200,
      description: 'Done',
      content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' } }])),
    }),
    ...problemResponses(refusals),
  );

/** Documents a route that returns no content. */
export const AnswersNothing = (summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    HttpCode(204),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 204, description: 'Done' }),
    ...problemResponses(refusals),
  );

/** Documents a route that returns one page of a list. */
export const AnswersPage = (item: Type, summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer, item),
    ApiResponse({
      status: 200,
      description: 'A page, newest first',
      schema: {
        type: 'object',
        required: ['data', 'has_more', 'next_cursor'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          has_more: { type: 'boolean' },
          next_cursor: {
            type: 'string',
            nullable: true,
            description: 'pass it as `cursor` for the next page',
          },
        },
      },
    }),
    ...problemResponses([...refusals, 422]),
  );

export const READS_ONLY = 'x-reads-only';

/** Marks a POST that writes nothing. It can be repeated and needs no `Idempotency-Key`. */
export const ReadsOnly = (): MethodDecorator =>
  applyDecorators(SetMetadata(READS_ONLY, true), ApiExtension(READS_ONLY, true));
