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

/** Work that comes by itself: once when a process begins with its jobs, and once a minute however many processes there are. */
export const SCHEDULED_TASKS = [SETTLE_DUE, SWEEP_EVENTS, SWEEP_ANSWERS];

/** What there is to do that nobody waits for, by the names of jobs. */
@Injectable()
export class BackgroundWorkService {
  constructor(
    private readonly due: DueSweepService,
    private readonly events: EventSweepService,
    private readonly answers: IdempotencySweepService,
    private readonly dispatcher: WebhookDispatcherService,
  ) {}

  /** @param signal ends long work at its next pause */
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

  /** Ends what is under way beside the jobs themselves. */
  stop(): Promise<void> {
    return this.dispatcher.stop();
  }
}

/** A pass that takes longer than a minute is not met by the next one: so passes never take all the room that jobs have. */
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
