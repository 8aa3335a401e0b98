import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemAnswer, problemResponse } from './openapi-problem.js';

const problems = (statuses: readonly number[]): MethodDecorator[] =>
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
    ...problems(refusals),
  );

/** A POST that does its work once: 201 the first time, 200 with the same answer when it is sent again. */
export const AnswersOnce = (body: Type, summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 201, type: body, description: 'Done' }),
    ApiResponse({ status: 200, type: body, description: 'It had been done already' }),
    ...problems(refusals),
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
    ...problems(refusals),
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
    ...problems(refusals),
  );

/** A route that answers with nothing. */
export const AnswersNothing = (summary: string, ...refusals: number[]): MethodDecorator =>
  applyDecorators(
    HttpCode(204),
    ApiOperation({ summary }),
    ApiExtraModels(ProblemAnswer),
    ApiResponse({ status: 204, description: 'Done' }),
    ...problems(refusals),
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
    ...problems([...refusals, 422]),
  );
