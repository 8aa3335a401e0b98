import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/domain-error.js';

/** The maximum nesting depth. No request of the API needs more. */
const MAX_DEPTH = 8;

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Parses JSON objects in UTF-8 up to a maximum depth. Fastify's parser rejects keys that would change a prototype. Any
 * other content type is a 415 unless a parser is registered for it.
 */
export function parseJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error') as (
    request: FastifyRequest,
    text: string,
    done: Done,
  ) => void;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes: Buffer, done: Done) => {
      if (bytes.length === 0 && request.method === 'DELETE') {
        done(null, undefined); // many clients send the content type with every request
        return;
      }
      if (!isUtf8(bytes)) {
        done(notUtf8());
        return;
      }
      parse(request, bytes.toString(), (error, body) => {
        if (error !== null) done(malformed('The body is not valid JSON.'));
        else if (typeof body !== 'object' || body === null || Array.isArray(body))
          done(malformed('The body must be a JSON object.'));
        else if (isDeeperThan(body, MAX_DEPTH)) done(malformed('The body is nested too deeply.'));
        else done(null, body);
      });
    },
  );
}

/** Returns true when objects and arrays nest deeper than `limit`. Stops at that depth. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}

/** Returns a 400 for a body that can't be read. */
export const malformed = (message: string): DomainError =>
  new DomainError('malformed', 'malformed_request', message);

export const notUtf8 = (): DomainError => malformed('The body is not valid UTF-8.');
