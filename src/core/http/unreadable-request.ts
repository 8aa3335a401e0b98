import type { FastifyInstance } from 'fastify';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError } from '../../common/domain-error.js';
import { type Problem, problemOf } from './problem.js';
import { newRequestId, REQUEST_ID } from './request-id.js';

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
    response.writeHead(problem.status, headersOf(problem, text)).end(text);
  });
}

function problemResponseTo(refusal: DomainError, url = '/'): { problem: Problem; text: string } {
  const problem = problemOf(refusal, { url, id: newRequestId() });
  return { problem, text: JSON.stringify(problem) };
}

const headersOf = ({ request_id }: Problem, text: string): Record<string, string | number> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'content-length': Buffer.byteLength(text),
  [REQUEST_ID]: request_id,
  connection: 'close',
});

function rawResponse(refusal: DomainError): string {
  const { problem, text } = problemResponseTo(refusal);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    ...Object.entries(headersOf(problem, text)).map(([name, value]) => `${name}: ${value}`),
    '',
    text,
  ].join('\r\n');
}
