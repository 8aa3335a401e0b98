import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { drainConnections } from '../core/http/connections.js';
import type { Env } from '../common/env.js';
import { createLogger } from '../core/logger.js';
import { createApp } from './configure-app.js';
import { ENTITIES } from './entities.js';
import { BackgroundWorkService } from './jobs/background-work.service.js';
import type { Jobs } from './jobs/job-runner.js';
import { EventDrainService } from '../core/outbox/event-drain.service.js';
import { WEB_ROOT } from './pages/page-options.js';
import { openData } from './open-data.js';
import { secretsOf } from './secrets.js';
import { WEBHOOK_TIMEOUT_MS } from '../events/webhook/webhook-options.js';

/** The assembled service, ready to listen. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly publicUrl: string;
  /**
   * Starts accepting requests, and starts the job runner unless it is turned off.
   * @throws the socket's error, such as EADDRINUSE
   */
  listen(): Promise<void>;
  /** Starts the job runner only. */
  work(): Promise<void>;
  /** Answers open requests, then closes the database. The last process to use an embedded database stops it. */
  close(): Promise<void>;
}

/**
 * Assembles the service: database, schema (only an embedded one is migrated) and application.
 * @param progress receives progress messages, one line at a time
 * @throws SettingsError with a one-line message, for a problem that the operator can fix
 */
export async function openService(
  env: Env,
  progress: (line: string) => void = () => undefined,
): Promise<Service> {
  const { auth, dataKey } = secretsOf(env);
  const webhooks = {
    allow: env.WEBHOOK_ALLOW,
    retrySeconds: env.WEBHOOK_RETRY_SECONDS,
    timeoutMs: WEBHOOK_TIMEOUT_MS,
  };
  const pages = { webRoot: WEB_ROOT, embedOrigins: env.EMBED_ORIGINS, returnOrigins: env.RETURN_ORIGINS };
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const { dataSource, connection, close } = await openData(env, ENTITIES, progress);
  const opened: (() => unknown)[] = [close];
  const closeAll = async (): Promise<void> => {
    for (const closeOne of opened.toReversed()) await closeOne();
  };
  try {
    const rateLimits = { public: env.RATE_LIMIT_PUBLIC, tenant: env.RATE_LIMIT_TENANT };
    const root = AppModule.register({ dataSource, auth, publicUrl, dataKey, rateLimits, webhooks, pages });
    const logger = createLogger(env.LOG_LEVEL);
    const app = await createApp(root, logger, {
      trustProxy: env.TRUST_PROXY,
      hstsIncludeSubDomains: env.HSTS_INCLUDE_SUBDOMAINS,
    });
    const fastify = app.getHttpAdapter().getInstance();
    const drained = drainConnections(fastify);
    let jobs: Jobs | undefined;
    opened.push(() => Promise.all([drained(() => app.close()), jobs?.stop()]));
    const work = async (): Promise<void> => {
      await app.init();
      // Loaded late, so that requests don't wait for it.
      const { startJobs } = await import('./jobs/job-runner.js');
      jobs = startJobs(connection, app.get(BackgroundWorkService), logger);
    };
    return {
      app,
      publicUrl,
      listen: async () => {
        await app.init();
        // Nest's `listen` would log a busy port before it throws. The caller reports it in one line.
        await fastify.listen({ port: env.PORT, host: env.HOST });
        app.get(EventDrainService).drainOnNotify();
        if (env.JOBS) await work();
      },
      work,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
