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

/** The shape of every error (RFC 9457). */
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

/** When to come again. */
const RETRY_AFTER = { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } } as const;

interface ProblemResponse {
  readonly description: string;
  readonly headers?: typeof RETRY_AFTER;
  readonly content: Record<string, { schema: { $ref: string } }>;
}

/** The OpenAPI description of an error answer. */
export const problemResponse = (status: number): ProblemResponse => ({
  description: PROBLEM_DESCRIPTIONS[status] ?? '',
  ...(status === 429 || status === 503 ? { headers: RETRY_AFTER } : {}),
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
});

const problemResponses = (statuses: readonly number[]): MethodDecorator[] =>
  statuses.map((status) => ApiResponse({ status, ...problemResponse(status) }));

/** What a route answers, in HTTP and in the OpenAPI document: its status, its body, and the
 * errors that are its own; `describeApi` adds those that every route of its kind may give. */
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

/** A POST that does its work once: 201 the first time, 200 with the same answer when it is sent again. */
export const AnswersOnce = (body: Type, summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 201, type: body, description: 'Done' }),
    ApiResponse({ status: 200, type: body, description: 'It had been done already' }),
    ...problemResponses(refusals),
  );

/** A route that answers with an object, or with the same as a table for a spreadsheet. */
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

/** A route that answers with something else than JSON: a picture, a table for a spreadsheet, plain text. */
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

/** A route that answers with nothing. */
export const AnswersNothing = (summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    HttpCode(204),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 204, description: 'Done' }),
    ...problemResponses(refusals),
  );

/** A route that answers with a page of a list. */
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

/** A POST that writes nothing: sent again it does no harm, and needs no `Idempotency-Key`. */
export const ReadsOnly = (): MethodDecorator =>
  applyDecorators(SetMetadata(READS_ONLY, true), ApiExtension(READS_ONLY, true));
