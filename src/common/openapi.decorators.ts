import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';

class FieldErrorAnswer {
  @ApiProperty({ example: 'email' }) field: string;
  @ApiProperty({ example: 'is_email' }) code: string;
  @ApiProperty({ example: 'email must be an email' }) message: string;
}

/** The shape of every error (RFC 9457). */
class ProblemAnswer {
  @ApiProperty({ example: 'urn:referrals:problem:validation_failed' }) type: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'integer', example: 422 }) status: number;
  @ApiProperty() detail: string;
  @ApiProperty() instance: string;
  @ApiProperty({ description: 'stable, for programs', example: 'validation_failed' }) code: string;
  @ApiProperty() request_id: string;
  @ApiProperty({ type: [FieldErrorAnswer], required: false }) errors?: FieldErrorAnswer[];
}

const WHY: Record<number, string> = {
  400: 'The request could not be read',
  401: 'No valid token',
  403: 'A token of the wrong kind, or a suspended tenant',
  404: 'Nothing with this id in this tenant',
  409: 'It conflicts with what is there',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'A field is invalid',
  503: 'The database does not answer at the moment',
};

const problems = (statuses: readonly number[]): MethodDecorator[] =>
  statuses.map((status) =>
    ApiResponse({
      status,
      description: WHY[status] ?? '',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
    }),
  );

/** What a route answers, in HTTP and in the OpenAPI document: its status, its body, and the errors it may give. */
export const Answers = (
  status: 200 | 201,
  body: Type,
  summary: string,
  ...refusals: (keyof typeof WHY)[]
): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status, type: body, description: 'Done' }),
    ...problems([...refusals, 503]),
  );

/** A route that answers with nothing. */
export const AnswersNothing = (summary: string, ...refusals: (keyof typeof WHY)[]): MethodDecorator =>
  applyDecorators(
    HttpCode(204),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 204, description: 'Done' }),
    ...problems([...refusals, 503]),
  );

/** A route that answers with a page of a list. */
export const AnswersPage = (item: Type, summary: string): MethodDecorator =>
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
    ...problems([422, 503]),
  );
