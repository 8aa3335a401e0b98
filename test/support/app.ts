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
/** Pages as the build makes them, as far as the service looks at them. */
export const WEB_ROOT = path.resolve('test/support/web');
export const PUBLIC_URL = 'http://localhost:3000';

/** As by default. */
const POOL_SIZE = 10;

/** For who is held up on purpose. */
const PATIENT = { interactive: 30_000, bulk: 30_000, stalled: 30_000 };

/** What a call was answered with. */
export interface Reply<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** The body of an error answer, as far as tests look at it. */
export interface ProblemBody {
  status: number;
  detail: string;
  code: string;
  request_id: string;
  errors?: { field: string; code: string }[];
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** What a test sets otherwise than most do. */
export interface TestAppOptions {
  /** How tokens are verified; without it by the secret. */
  auth?: AuthOptions;
  /** Requests a minute for each address in public; without it there is no limit. */
  publicLimit?: number;
  /** Requests a minute with the tokens of each tenant; without it there is no limit. */
  tenantLimit?: number;
  /** What is not as it is by default, such as the receivers of this machine that may be called. */
  webhooks?: Partial<WebhookOptions>;
  /** Built pages other than the small ones that stand for them here, and who may frame the portal. */
  pages?: Partial<PageOptions>;
  /** Proxies whose forwarding header is believed. */
  trustProxy?: string[];
  /** Where its log goes; without it nowhere. */
  logger?: Logger;
  /** Work waits for connections as in production: races that a test holds up at a lock would be refused as busy. */
  impatient?: boolean;
  /** Connections to its database. */
  poolSize?: number;
  /** Another application's, which goes on when this one stops. */
  database?: TestDatabase;
}

/** The product and what a test puts beside it. */
@Module({})
class Root {}

/** The real application on a database of its own, reached over HTTP. Only the data is not production's. */
export class TestApp {
  readonly tokens = new TokenIssuerService({ secret: SECRET, issuer: ISSUER });

  private constructor(
    readonly database: TestDatabase,
    readonly nest: NestFastifyApplication,
    readonly url: string,
    private readonly dataSource: DataSource,
    private readonly ownsDatabase: boolean,
  ) {}

  /** @param extra modules beside the product's, for a test that needs a route of its own */
  static start(...extra: Type[]): Promise<TestApp> {
    return TestApp.startWith({}, ...extra);
  }

  static async startWith(options: TestAppOptions, ...extra: Type[]): Promise<TestApp> {
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
    const root: DynamicModule = { module: Root, imports: [product, ...extra] };
    const { logger = createLogger('silent'), trustProxy } = options;
    const nest = await createApp(root, logger, { trustProxy });
    await nest.listen(0, '127.0.0.1');
    return new TestApp(database, nest, await nest.getUrl(), dataSource, options.database === undefined);
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.dataSource.destroy();
    if (this.ownsDatabase) await this.database.drop();
  }

  /** Sets the product's clock ahead of the real one, from where it goes on; 0 brings it back. */
  setClockAhead(milliseconds: number): void {
    this.nest.get(Clock).now = (): Date => new Date(Date.now() + milliseconds);
  }

  /** Stops the product's clock: until it is set again, it is this moment, to the millisecond. */
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

  /** One call. Text and bytes as body are sent as they stand, anything else as JSON. */
  async call<Body>(
    method: string,
    path: string,
    {
      token,
      body,
      headers = {},
    }: { token?: string | undefined; body?: unknown; headers?: Record<string, string> },
  ): Promise<Reply<Body>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      body: (json && text !== '' ? JSON.parse(text) : text) as Body,
    };
  }
}
