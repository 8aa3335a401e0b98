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

/** Turns the text of a table into what its route takes. @throws DomainError for one that it can't take */
type CsvParser = (text: string) => Promise<unknown>;

interface TableRoute {
  readonly table: CsvParser;
}
interface WithTable {
  table?: unknown;
}

const csvParserOf = ({ routeOptions }: FastifyRequest): CsvParser | undefined =>
  (routeOptions.config as Partial<TableRoute>).table;

/** Leaves tables unread for the routes that take them, so that nobody's megabytes are read before it is known whose they are. */
export function acceptCsvBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(TYPE, (request, body, done) => {
    if (csvParserOf(request) !== undefined) done(null, body);
    else done(unsupported('application/json'));
  });
}

/**
 * Reads the body when the caller has been let in: this guard stands behind those that every request passes. And in front of
 * every interceptor: the transaction of a request with an `Idempotency-Key` does not wait for a file to come and be read.
 */
class CsvBodyGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & WithTable>();
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw unsupported(TYPE);
    try {
      const text = decodeUtf8(await readBytes(body, headers['content-length']));
      request.body = text; // what makes two requests with one key the same
      request.table = await csvParserOf(request)?.(text);
    } catch (error) {
      // Whoever sends more than is read has to stop.
      if (!request.raw.complete)
        void context.switchToHttp().getResponse<FastifyReply>().header('connection', 'close');
      throw error;
    }
    return true;
  }
}

/** @throws DomainError `body_too_large` as soon as that is known */
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
    throw malformed('The body broke off.');
  }
  if (length > LIMIT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

/** Nothing that can't be stored as it was sent is taken for something else. */
function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw notUtf8();
  return bytes.toString();
}

/** A route whose body is a table of at most 5 MB in UTF-8; anything else is 415. On a controller that carries the label. */
export const ConsumesCsv = (description: string, table: CsvParser): MethodDecorator =>
  applyDecorators(
    UseGuards(CsvBodyGuard),
    RouteConfig({ table } satisfies TableRoute),
    ApiConsumes(TYPE),
    ApiBody({ description, schema: { type: 'string' } }),
  );

/** What the route's reader has made of the body. */
export const CsvTable = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<WithTable>().table,
);

/**
 * A table to be saved, sent as it comes: no more is made than the reader takes. When the reader leaves, `lines` is ended;
 * when `lines` fails, the connection breaks off, so that a part never passes for the whole.
 * @param name of the file, in letters, digits, dashes and dots
 */
export const csvFile = (name: string, lines: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
