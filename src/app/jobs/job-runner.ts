import { Logger as WorkerLogger, run, type Runner } from 'graphile-worker';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Connection } from '../../core/database/tenant-scope.js';
import { jobPool } from '../../core/database/job-tables.js';
import { type BackgroundWorkService, SCHEDULED_TASKS } from './background-work.service.js';

const CRONTAB = SCHEDULED_TASKS.map((name) => `* * * * * ${name} ?max=3`).join('\n');
/** Concurrent jobs: one for each schedule, and the short ones that start webhook deliveries. */
const CONCURRENCY = 4;
/** One for each job, one to listen, and one for the schedule. */
const CONNECTIONS = CONCURRENCY + 2;
/** New jobs are notified. Polling finds jobs that become due later, such as a webhook retry. */
const POLL_MS = 2_000;
const RESTART_AFTER_MS = 5_000;
/**
 * The time to wait for jobs at shutdown, so that a database that does not answer can't block it. Another process picks
 * up unfinished work.
 */
const STOP_LIMIT_MS = 3_000;

/** The job runner of this process. */
export interface Jobs {
  /** Lets running jobs reach their next checkpoint, and stops. */
  stop(): Promise<void>;
}

/**
 * Runs scheduled jobs in this process until it is stopped. graphile-worker's runner ends when the database becomes
 * unavailable; it is restarted until one keeps running.
 */
export function startJobs(connection: Connection, work: BackgroundWorkService, logger: Logger): Jobs {
  // graphile-worker also writes to console.trace, past its logger, when a worker ends. Nothing else here uses it.
  console.trace = () => undefined;
  const pgPool = jobPool(connection, CONNECTIONS);
  const stopping = new AbortController();
  let runner: Runner | undefined;

  const runOnce = async (): Promise<void> => {
    runner = await run({
      pgPool,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      crontab: CRONTAB,
      // graphile-worker handles errors only in batched completions. Without batching, a completion that can't reach the
      // database is an unhandled rejection, which ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: quietLogger(logger),
      taskList: work.tasks(stopping.signal),
    });
    try {
      for (const name of SCHEDULED_TASKS) {
        await runner.addJob(name, {}, { jobKey: `at_start_${name}`, maxAttempts: 1 });
      }
      await runner.promise;
    } finally {
      await runner.stop().catch(() => undefined); // it may have ended already
    }
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await runOnce().catch((error: unknown) => {
        logger.warn({ err: error }, 'jobs: the runner ended and will be restarted');
      });
      await sleep(RESTART_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      const stopped = (async () => {
        await runner?.stop().catch(() => undefined); // it may have ended already
        await work.stop();
        await running;
        await pgPool.end();
      })();
      await Promise.race([stopped, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    },
  };
}

/** Logs failures of jobs only. graphile-worker logs every job. */
const quietLogger = (logger: Logger): WorkerLogger =>
  new WorkerLogger(() => (level: string, message: string) => {
    logger[level === 'error' ? 'warn' : 'debug']({ context: 'jobs' }, message);
  });
