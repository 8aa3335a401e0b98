import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { omitUndefined } from '../../common/omit-undefined.js';

class FieldErrorAnswer {
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an e-mail address' }) message: string;
}

/** The format of every error (RFC 9457). */
class ProblemAnswer {
  @ApiProperty({ example: 'urn:referrals:problem:validation_failed' }) type: string;
  @ApiProperty({ example: 'Unprocessable content' }) title: string;
  @ApiProperty({ type: 'integer', example: 422 }) status: number;
  @ApiProperty({ example: 'The request has invalid fields.' }) detail: string;
  @ApiProperty({ example: '/api/enrollments' }) instance: string;
  @ApiProperty({ description: 'Stable, for programs.', example: 'validation_failed' }) code: string;
  @ApiProperty({ example: 'req_01jdb0z5n8e8rv3zq6wq5ztg5q' }) request_id: string;
  @ApiProperty({ type: [FieldErrorAnswer], required: false }) errors?: FieldErrorAnswer[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The current state, if the request expected another (`version_conflict`, `total_changed`).',
  })
  current?: object;
}

const PROBLEM_DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request could not be parsed',
  401: 'A valid token or API key is missing',
  403: 'The token is of the wrong kind, the API key lacks the scope, the tenant is suspended, or the customer is inactive',
  404: 'The tenant has no resource with this id',
  408: 'The request did not arrive in time',
  409: 'The request conflicts with the current state',
  412: '`If-Match` does not name the current version, which is in `current`. Nothing was changed',
  413: 'The body is too large',
  415: 'The body is not JSON',
  417: 'The only supported expectation is 100-continue',
  422: 'A field is invalid',
  429: 'Too many requests from this address, for this tenant, or with its tokens; or too many failed authentications',
  431: 'The headers are too large',
  503: "The service is overloaded (`busy`), the database is unavailable, or the keys that verify tokens can't be fetched",
};

type ResponseHeaders = Record<string, { description: string; schema: { type: string; example?: string } }>;

/** The header of a response to a request that the client should repeat. */
const RETRY_AFTER: ResponseHeaders = {
  'Retry-After': { description: 'In seconds.', schema: { type: 'integer' } },
};

/** The header with the version of a resource. */
export const ETAG: ResponseHeaders = {
  ETag: {
    description: 'The version of the resource. Send it as `If-Match` with a change.',
    schema: { type: 'string', example: '"3"' },
  },
};

const HEADERS_OF_PROBLEM: Readonly<Record<number, ResponseHeaders>> = {
  412: ETAG,
  429: RETRY_AFTER,
  503: RETRY_AFTER,
};

interface ProblemResponse {
  readonly description: string;
  readonly headers?: ResponseHeaders;
  readonly content: Record<string, { schema: { $ref: string } }>;
}

/** Returns the OpenAPI description of an error response. */
export const problemResponse = (status: number): ProblemResponse => ({
  description: PROBLEM_DESCRIPTIONS[status] ?? '',
  ...omitUndefined({ headers: HEADERS_OF_PROBLEM[status] }),
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
    ApiResponse({ status: 200, type: body, description: 'The request was processed before' }),
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
      description: 'One page, newest first',
      schema: {
        type: 'object',
        required: ['data', 'has_more', 'next_cursor'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          has_more: { type: 'boolean' },
          next_cursor: {
            type: 'string',
            nullable: true,
            description: 'Pass it as `cursor` to get the next page.',
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
