import type { FastifyInstance } from 'fastify';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError } from '../../common/domain-error.js';
import { newId } from '../../common/ids.js';
import { problemOf } from './problem.js';

const REFUSALS: Record<string, DomainError> = {
  HPE_HEADER_OVERFLOW: new DomainError(
    'headers_too_large',
    'headers_too_large',
    'The headers are too large.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new DomainError(
    'too_slow',
    'request_timeout',
    'The request did not arrive in time.',
  ),
};
const UNREADABLE = new DomainError('malformed', 'malformed_request', 'The request is not valid HTTP/1.1.');
const EXPECTATION = new DomainError(
  'expectation_failed',
  'expectation_failed',
  'The only supported expectation is 100-continue.',
);

/**
 * Answers requests that Node's parser rejects: those with both length headers, with broken chunks, or with headers that
 * are too large or too slow. Sends one response and closes the connection, so that nothing after it is read as another
 * request (RFC 9112, section 11.2).
 */
export function rejectUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET') {
    socket.write(rawResponse(REFUSALS[error.code ?? ''] ?? UNREADABLE));
  }
  socket.destroySoon();
}

/** Rejects an unknown `Expect` header with a problem response. Node would send a 417 without a body. */
export function rejectUnknownExpectations(fastify: FastifyInstance): void {
  fastify.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { problem, text } = problemResponseTo(EXPECTATION, request.url);
    const length = { 'content-length': Buffer.byteLength(text) };
    response.writeHead(problem.status, { ...HEADERS, ...length, connection: 'close' }).end(text);
  });
}

const HEADERS = { 'content-type': 'application/problem+json; charset=utf-8' };

function problemResponseTo(refusal: DomainError, url = '/'): { problem: { status: number }; text: string } {
  const problem = problemOf(refusal, { url, id: newId('req') });
  return { problem, text: JSON.stringify(problem) };
}

function rawResponse(refusal: DomainError): string {
  const { problem, text } = problemResponseTo(refusal);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${HEADERS['content-type']}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
    '',
    text,
  ].join('\r\n');
}
