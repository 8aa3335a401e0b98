import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Language, LANGUAGES, preferredLanguage } from '../../common/language.js';

const documented = ApiHeader({
  name: 'Accept-Language',
  required: false,
  description: `The language of the sentences in the answer: ${LANGUAGES.join(' or ')}. Default: English.`,
  schema: { type: 'string', example: 'es' },
});

/** Injects the language that the request prefers (`Accept-Language`), and documents the header in OpenAPI. */
export const RequestLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    preferredLanguage(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
  [
    (target, key) => {
      if (key !== undefined) documented(target, key, Object.getOwnPropertyDescriptor(target, key) ?? {});
    },
  ],
);
