import 'reflect-metadata';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import path from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import type { AuthOptions } from '../../src/core/auth/auth-options.js';
import { TokenIssuerService } from '../../src/core/auth/token-issuer.service.js';
import { Clock } from '../../src/core/clock.js';
import { DataKey } from '../../src/common/data-key.js';
import { createLogger } from '../../src/core/logger.js';
import { createApp } from '../../src/app/configure-app.js';
import { connect } from '../../src/core/database/data-source.js';
import { ENTITIES } from '../../src/app/entities.js';
import type { PageOptions } from '../../src/app/pages/page-options.js';
import { WEBHOOK_TIMEOUT_MS, type WebhookOptions } from '../../src/events/webhook/webhook-options.js';
import { TestDatabase } from './database.js';

export const SECRET = 'a-test-secret-of-at-least-32-characters';
export const ISSUER = 'referrals';
/** Stand-ins for the built pages, with the parts that the service reads. */
export const WEB_ROOT = path.resolve('test/support/web');
export const PUBLIC_URL = 'http://localhost:3000';

/** The default of the service. */
const POOL_SIZE = 10;

/** Long limits, for requests that a test delays on purpose. */
const PATIENT = { interactive: 30_000, bulk: 30_000, stalled: 30_000 };

/** The response to a call. */
export interface Reply<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** The fields of an error response that tests read. */
export interface ProblemBody {
  status: number;
  detail: string;
  code: string;
  request_id: string;
  errors?: { field: string; code: string }[];
  current?: object;
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** Options that a test sets to differ from the defaults. */
export interface TestAppOptions {
  /** The verification of tokens. Defaults to `SECRET`. */
  auth?: AuthOptions;
  /** Public requests per minute and address. Defaults to no limit. */
  publicLimit?: number;
  /** Requests per minute with the tokens of each tenant. Defaults to no limit. */
  tenantLimit?: number;
  /** Changes to the defaults, such as receivers on this machine that may be called. */
  webhooks?: Partial<WebhookOptions>;
  /** Changes to the defaults, such as other built pages, or origins that may frame the portal. */
  pages?: Partial<PageOptions>;
  /** Proxies whose forwarding header is trusted. */
  trustProxy?: string[];
  /** Defaults to a silent logger. */
  logger?: Logger;
  /** Uses the waits for connections of production. The default waits longer, because tests hold transactions at a lock. */
  impatient?: boolean;
  /** The number of connections to the database. Defaults to that of the service. */
  poolSize?: number;
  /** The database of another application, which is kept when this one stops. */
  database?: TestDatabase;
  /** Additional modules, for a test that needs a route of its own. */
  modules?: Type[];
}

/** Imports the product and the modules that a test adds. */
@Module({})
class Root {}

/** What a started application consists of. */
interface Running {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly nest: NestFastifyApplication;
  readonly url: string;
}

/**
 * Declares the application of the surrounding `describe` or file: it starts before the tests and stops after them, and
 * each test finds its clock at the real time. Call it in hooks and tests only.
 */
export function useTestApp(options: TestAppOptions = {}): TestApp {
  const app = new TestApp(options);
  beforeAll(() => app.listen());
  afterEach(() => {
    app.setClockAhead(0);
  });
  afterAll(() => app.stop());
  return app;
}

/** The real application on a database of its own, called over HTTP. Only the data differs from production. */
export class TestApp {
  readonly tokens = new TokenIssuerService({ secret: SECRET, issuer: ISSUER });
  private started: Running | undefined;

  constructor(private readonly options: TestAppOptions) {}

  /** Starts an application whose life is shorter than that of a file or `describe`, or that needs options made in a hook. */
  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const app = new TestApp(options);
    await app.listen();
    return app;
  }

  async listen(): Promise<void> {
    const { options } = this;
    const database = options.database ?? (await TestDatabase.clone());
    const dataSource = await connect(database.service, ENTITIES, options.poolSize ?? POOL_SIZE);
    const product = AppModule.register({
      dataSource,
      transactions: { idleLimitMs: 100, ...(options.impatient ? {} : { waitLimits: PATIENT }) },
      auth: options.auth ?? { secret: SECRET, issuer: ISSUER },
      publicUrl: PUBLIC_URL,
      dataKey: new DataKey(SECRET),
      rateLimits: { public: options.publicLimit ?? 0, tenant: options.tenantLimit ?? 0 },
      webhooks: { allow: [], retrySeconds: [1], timeoutMs: WEBHOOK_TIMEOUT_MS, ...options.webhooks },
      pages: { webRoot: WEB_ROOT, embedOrigins: [], returnOrigins: [], ...options.pages },
    });
    const { logger = createLogger('silent'), modules = [], trustProxy } = options;
    const root: DynamicModule = { module: Root, imports: [product, ...modules] };
    const nest = await createApp(root, logger, { trustProxy });
    await nest.listen(0, '127.0.0.1');
    this.started = { database, dataSource, nest, url: await nest.getUrl() };
  }

  async stop(): Promise<void> {
    const { database, dataSource, nest } = this.running;
    await nest.close();
    await dataSource.destroy();
    if (this.options.database === undefined) await database.drop();
  }

  get database(): TestDatabase {
    return this.running.database;
  }

  get nest(): NestFastifyApplication {
    return this.running.nest;
  }

  get url(): string {
    return this.running.url;
  }

  private get running(): Running {
    if (this.started === undefined) throw new Error('The application starts before the first hook or test.');
    return this.started;
  }

  /** Sets the product's clock ahead of the real one. It keeps running; 0 resets it. */
  setClockAhead(milliseconds: number): void {
    this.nest.get(Clock).now = (): Date => new Date(Date.now() + milliseconds);
  }

  /** Stops the product's clock at this moment until it is set again. */
  stopClockAt(moment: Date | string): void {
    const stopped = new Date(moment);
    this.nest.get(Clock).now = (): Date => new Date(stopped);
  }

  get fastify(): FastifyInstance {
    return this.nest.getHttpAdapter().getInstance();
  }

  get<Body>(path: string, token?: string): Promise<Reply<Body>> {
    return this.call<Body>('GET', path, { token });
  }

  post<Body>(path: string, body: unknown, token?: string): Promise<Reply<Body>> {
    return this.call<Body>('POST', path, { token, body });
  }

  put<Body>(path: string, body: unknown, token?: string): Promise<Reply<Body>> {
    return this.call<Body>('PUT', path, { token, body });
  }

  patch<Body>(path: string, body: unknown, token?: string): Promise<Reply<Body>> {
    return this.call<Body>('PATCH', path, { token, body });
  }

  delete(path: string, token?: string): Promise<Reply> {
    return this.call('DELETE', path, { token });
  }

  /** Sends a request. A body of text or bytes is sent unchanged, any other as JSON. */
  async call<Body>(
    method: string,
    path: string,
    {
      token,
      body,
      headers = {},
    }: { token?: string | undefined; body?: unknown; headers?: Record<string, string> },
  ): Promise<Reply<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: (json && text !== '' ? JSON.parse(text) : text) as Body,
    };
  }
}
