import { Logger as WorkerLogger, run, type Runner } from 'graphile-worker';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Connection } from '../../core/database/tenant-scope.js';
import { jobPool } from '../../core/database/job-tables.js';
import { type BackgroundWorkService, SCHEDULED_TASKS } from './background-work.service.js';

const CRONTAB = SCHEDULED_TASKS.map((name) => `* * * * * ${name} ?max=3`).join('\n');
/** Jobs at once: one of each schedule, and the short ones that begin calls, which run on beside them. */
const CONCURRENCY = 4;
/** One for each job, one that listens, one for the schedule. */
const CONNECTIONS = CONCURRENCY + 2;
/** A new job is announced. One whose time comes later, such as the next try of a webhook, is found by looking this often. */
const POLL_MS = 2_000;
const RESTART_AFTER_MS = 5_000;
/** A database that does not answer must not keep a process from ending: what was under way is found by the next one. */
const STOP_LIMIT_MS = 3_000;

/** Jobs at work in this process. */
export interface Jobs {
  /** Lets the job under way come to its next pause, and stops. */
  stop(): Promise<void>;
}

/**
 * Runs scheduled work in this process, from now until it is stopped. A database that goes away ends graphile-worker's
 * runner; another one is started until one stays.
 */
export function startJobs(connection: Connection, work: BackgroundWorkService, logger: Logger): Jobs {
  // graphile-worker prints what it logs as well, past every logger, when a worker of it ends. Nobody else here traces.
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
      // Only what it batches does graphile-worker guard: else the end of a job that the database does not hear of is a
      // rejection that nobody handles, and ends the process.
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
      await runner.stop().catch(() => undefined); // one that has ended already is what we want
    }
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await runOnce().catch((error: unknown) => {
        logger.warn({ err: error }, 'jobs: the runner ended, and will be started again');
      });
      await sleep(RESTART_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      const stopped = (async () => {
        await runner?.stop().catch(() => undefined); // one that has ended already is what we want
        await work.stop();
        await running;
        await pgPool.end();
      })();
      await Promise.race([stopped, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    },
  };
}

/** graphile-worker tells of every job; an operator needs to know only of what fails. */
const quietLogger = (logger: Logger): WorkerLogger =>
  new WorkerLogger(() => (level: string, message: string) => {
    logger[level === 'error' ? 'warn' : 'debug']({ context: 'jobs' }, message);
  });
