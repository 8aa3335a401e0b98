import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/domain-error.js';

/** No request of the API nests deeper than this. */
const MAX_DEPTH = 8;

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads bodies: JSON objects in UTF-8 that nest within reason. Keys that would change a prototype are refused by
 * Fastify's own parser. Anything else than JSON is 415, unless another parser is added for it.
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
        done(null, undefined); // many clients send the header with every request
        return;
      }
      if (!isUtf8(bytes)) {
        done(notUtf8());
        return;
      }
      parse(request, bytes.toString(), (error, body) => {
        if (error !== null) done(malformed('The body is not valid JSON.'));
        else if (typeof body !== 'object' || body === null || Array.isArray(body))
          done(malformed('The body must be an object.'));
        else if (isDeeperThan(body, MAX_DEPTH)) done(malformed('The body nests too deeply.'));
        else done(null, body);
      });
    },
  );
}

/** True when objects and arrays nest deeper than `limit`. Looks no deeper than that itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}

/** 400 for a body that is not what it says. */
export const malformed = (message: string): DomainError =>
  new DomainError('malformed', 'malformed_request', message);

export const notUtf8 = (): DomainError => malformed('The body is not UTF-8.');
