import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { answerUnsupportedMethods } from '../core/http/allowed-methods.js';
import { acceptCsvBodies } from '../core/http/csv-body.js';
import { DomainError } from '../common/domain-error.js';
import { parseJsonBodies } from '../core/http/json-body.js';
import { serializeReply } from '../core/http/json-text.js';
import { NestLogger } from '../core/logger.js';
import { addSecurityHeaders, forbidCaching } from '../core/http/security-headers.js';
import { ProblemFilter } from '../core/http/problem.filter.js';
import { addRequestId, newRequestId } from '../core/http/request-id.js';
import { PUBLIC_URL } from '../core/public-url.js';
import { rejectUnknownExpectations, rejectUnreadable } from '../core/http/unreadable-request.js';
import { validationPipe } from '../core/http/validation.js';
import { countRequests, Metrics } from '../core/metrics/metrics.js';
import { serveOpenApi } from './serve-openapi.js';
import { PAGE_OPTIONS, type PageOptions } from './pages/page-options.js';
import { serveAssets } from './pages/serve-assets.js';
import { limitPublicRequests } from '../edge/rate-limit/limit-requests.js';
import { GuessDetectorService } from '../edge/rate-limit/guess-detector.service.js';
import { detectGuesses } from '../edge/rate-limit/guess.interceptor.js';
import { RequestLimiterService } from '../edge/rate-limit/request-limiter.service.js';

const BODY_LIMIT_BYTES = 64 * 1024;
/** The time limits for a request's headers and for the whole request, so that slow clients can't hold connections. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the headers that Node accepts, so that `IdPipe` and not the router rejects a long id. */
const MAX_PARAMETER_LENGTH = 16_384;

/** Routes outside of the API. Everything else is below `/api`. */
const OUTSIDE_THE_API = [
  ...['health/live', 'health/ready', 'metrics'],
  ...['/', 'dashboard{/*path}', 'portal{/*path}', 'enroll/:slug'],
  ...['embed.js', 'share.png', 'favicon.ico', 'robots.txt'],
];

/** HTTP settings that depend on the deployment. */
export interface HttpOptions {
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is trusted. */
  readonly trustProxy?: string[] | undefined;
  /** True if HSTS includes all subdomains of the public URL's host. */
  readonly hstsIncludeSubDomains?: boolean;
}

/**
 * Creates the application with the HTTP setup that production, the tests and the OpenAPI document share.
 * @param root `AppModule.register(…)`, or in a test a module that wraps it
 */
export async function createApp(
  root: DynamicModule,
  logger: Logger,
  http: HttpOptions = {},
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter();
  const app = await NestFactory.create<NestFastifyApplication>(root, createAdapter(filter, http), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  addRequestId(fastify);
  addSecurityHeaders(fastify, app.get<string>(PUBLIC_URL), http.hstsIncludeSubDomains ?? false);
  answerUnsupportedMethods(fastify, filter);
  rejectUnknownExpectations(fastify);
  parseJsonBodies(fastify);
  acceptCsvBodies(fastify);
  fastify.setReplySerializer(serializeReply);
  forbidCaching(fastify);
  countRequests(fastify, app.get(Metrics));
  limitPublicRequests(fastify, app.get(RequestLimiterService));
  detectGuesses(fastify, app.get(GuessDetectorService));
  app.setGlobalPrefix('api', { exclude: [...OUTSIDE_THE_API] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(filter);
  serveOpenApi(app);
  serveAssets(fastify, app.get<PageOptions>(PAGE_OPTIONS));
  return app;
}

/** Requests that Fastify rejects before it finds a route get the same problem responses as all others. */
const createAdapter = (filter: ProblemFilter, { trustProxy }: HttpOptions): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustProxy ?? false,
    genReqId: newRequestId,
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    // During shutdown, requests on open connections are still served, with `Connection: close`.
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 1000 },
    clientErrorHandler: rejectUnreadable,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      filter.answer(
        new DomainError('malformed', 'malformed_request', 'The URL could not be parsed.'),
        request,
        reply,
      );
    },
  });
