import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { DomainError } from '../../common/domain-error.js';
import { malformed, notUtf8 } from './json-body.js';

const TYPE = 'text/csv';
const LIMIT_BYTES = 5 * 1024 * 1024;

const tooLarge = (): DomainError =>
  new DomainError('too_large', 'body_too_large', 'The request body is too large.');

const unsupported = (type: string): DomainError =>
  new DomainError('unsupported_media_type', 'unsupported_media_type', `Send the body as ${type}.`);

/**
 * Parses the text of a CSV file for a route.
 * @throws DomainError for a file that it can't accept
 */
type CsvParser = (text: string) => Promise<unknown>;

interface TableRoute {
  readonly table: CsvParser;
}
interface WithTable {
  table?: unknown;
}

const csvParserOf = ({ routeOptions }: FastifyRequest): CsvParser | undefined =>
  (routeOptions.config as Partial<TableRoute>).table;

/**
 * Leaves CSV bodies unread for the routes that accept them, so that nothing large is read before the caller is
 * authenticated.
 */
export function acceptCsvBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(TYPE, (request, body, done) => {
    if (csvParserOf(request) !== undefined) done(null, body);
    else done(unsupported('application/json'));
  });
}

/**
 * Reads the body after the caller has been authenticated, because this guard runs after the global guards. It runs
 * before interceptors, so the transaction of a request with an `Idempotency-Key` does not wait for the upload.
 */
class CsvBodyGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & WithTable>();
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw unsupported(TYPE);
    try {
      const text = decodeUtf8(await readBytes(body, headers['content-length']));
      request.body = text; // identifies a repeated request with the same key
      request.table = await csvParserOf(request)?.(text);
    } catch (error) {
      // The client sends more than we read, so the connection has to be closed.
      if (!request.raw.complete)
        void context.switchToHttp().getResponse<FastifyReply>().header('connection', 'close');
      throw error;
    }
    return true;
  }
}

/** @throws DomainError `body_too_large` as soon as the limit is exceeded */
async function readBytes(body: Readable, announced = '0'): Promise<Buffer> {
  if (Number(announced) > LIMIT_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > LIMIT_BYTES) break;
    }
  } catch {
    throw malformed('The body is incomplete.');
  }
  if (length > LIMIT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

/** Rejects invalid UTF-8, which would be stored as different characters. */
function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw notUtf8();
  return bytes.toString();
}

/**
 * Accepts a CSV body of at most 5 MB in UTF-8; anything else is a 415. For controllers that have an access decorator.
 */
export const ConsumesCsv = (description: string, table: CsvParser): MethodDecorator =>
  applyDecorators(
    UseGuards(CsvBodyGuard),
    RouteConfig({ table } satisfies TableRoute),
    ApiConsumes(TYPE),
    ApiBody({ description, schema: { type: 'string' } }),
  );

/** The parsed CSV body. */
export const CsvTable = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<WithTable>().table,
);

/**
 * Streams a CSV file for download, as fast as the client reads it. When the client disconnects, `lines` is ended; when
 * `lines` fails, the connection is aborted, so that a part is never taken for the whole file.
 * @param name of the file: letters, digits, dashes and dots
 */
export const csvFile = (name: string, lines: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
