import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Versioned } from '../../common/domain-error.js';
import { etagOf, type Precondition, preconditionOf } from './entity-tag.js';
import { Answers, ETAG, problemResponse } from './openapi.decorators.js';

/** Sends the resource as the body, and its version as the `ETag`. */
class EtagInterceptor implements NestInterceptor<Versioned<object>, object> {
  intercept(context: ExecutionContext, next: CallHandler<Versioned<object>>): Observable<object> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ state, version }) => {
        void reply.header('etag', etagOf(version));
        return state;
      }),
    );
  }
}

/** Documents a route whose method returns a `Versioned` resource, and sends the version as the `ETag`. */
export const AnswersVersioned = (
  status: 200 | 201,
  body: Type,
  summary: string,
  ...refusals: number[]
): MethodDecorator =>
  applyDecorators(
    UseInterceptors(EtagInterceptor),
    ApiResponse({ status, headers: ETAG }),
    Answers(status, body, summary, ...refusals),
  );

const documented = [
  ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The `ETag` of the version to change, or several. If none of them is current, nothing is changed. Without the header, the current version is changed.',
    schema: { type: 'string', example: '"3"' },
  }),
  ApiResponse({ status: 412, ...problemResponse(412) }),
];

/** Injects the version that the client expects (`If-Match`); undefined without the header. Documents the header in OpenAPI. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): Precondition | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    return header === undefined ? undefined : preconditionOf(header);
  },
  [
    (target, key) => {
      if (key === undefined) return;
      const descriptor = Object.getOwnPropertyDescriptor(target, key) ?? {};
      for (const decorate of documented) decorate(target, key, descriptor);
    },
  ],
);
