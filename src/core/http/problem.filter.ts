import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf } from './entity-tag.js';
import { problemOf, refusalOf } from './problem.js';
import { REQUEST_ID } from './request-id.js';

/** The `Retry-After` of a 503 in seconds. The pool reconnects well within this time. */
const RETRY_AFTER_SECONDS = 2;

/** Converts everything that is thrown to a problem response (RFC 9457). The only place that does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Sends the problem response. Also called for requests that Fastify rejects before it finds a route. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    const { id, url } = request;
    const problem = problemOf(refusal, { url, id });
    if (refusal === undefined) this.logger.error({ err: error, request_id: id }, 'unexpected error');
    if (problem.status === 503) this.logger.warn({ err: refusal?.cause, request_id: id }, 'unavailable');
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (problem.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (refusal?.version !== undefined) void reply.header('etag', etagOf(refusal.version));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      // Fastify rejects some requests before the hooks that set these.
      .headers({ [REQUEST_ID]: id, 'cache-control': 'no-store' })
      .send(JSON.stringify(problem));
  }
}
