import { Injectable } from '@nestjs/common';
import type { Task } from 'graphile-worker';
import { WebhookDispatcherService } from '../../events/webhook/webhook-dispatcher.service.js';
import { IdempotencySweepService } from './idempotency-sweep.service.js';
import { DueSweepService } from './due-sweep.service.js';
import { EventSweepService } from './event-sweep.service.js';

const SETTLE_DUE = 'settle_due';
const SWEEP_EVENTS = 'sweep_events';
const SWEEP_ANSWERS = 'sweep_answers';
const DELIVER_WEBHOOKS = 'deliver_webhooks';

/** Tasks that run once when a process starts its jobs, and then once a minute across all processes. */
export const SCHEDULED_TASKS = [SETTLE_DUE, SWEEP_EVENTS, SWEEP_ANSWERS];

/** Maps job names to the background tasks. */
@Injectable()
export class BackgroundWorkService {
  constructor(
    private readonly due: DueSweepService,
    private readonly events: EventSweepService,
    private readonly answers: IdempotencySweepService,
    private readonly dispatcher: WebhookDispatcherService,
  ) {}

  /**
   * Returns the task of each job.
   * @param signal ends long tasks at their next checkpoint
   */
  tasks(signal: AbortSignal): Record<string, Task> {
    return {
      [SETTLE_DUE]: skipWhileRunning(async () => {
        await this.due.run(signal);
      }),
      [SWEEP_EVENTS]: skipWhileRunning(() => this.events.run(signal)),
      [SWEEP_ANSWERS]: skipWhileRunning(() => this.answers.run(signal)),
      [DELIVER_WEBHOOKS]: (payload) => this.dispatcher.wake((payload as { tenant_id: string }).tenant_id),
    };
  }

  /** Stops work that continues after its job has ended. */
  stop(): Promise<void> {
    return this.dispatcher.stop();
  }
}

/**
 * Skips a run while the previous one is still active, so that slow sweeps can't use up the concurrency of the runner.
 */
function skipWhileRunning(task: Task): Task {
  let running = false;
  return async (...args) => {
    if (running) return;
    running = true;
    try {
      await task(...args);
    } finally {
      running = false;
    }
  };
}
