import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { Outbox } from '../../core/outbox/outbox.js';
import type { Attempt } from './attempt.js';
import { type Claimed, DeliveryRepository } from './delivery.repository.js';
import { waitAfter } from './retry-schedule.js';
import type { DeliveryStatus } from './webhook-delivery.entity.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookRepository } from './webhook.repository.js';

/** Writes down what became of a call, and when there is to be another one. */
@Injectable()
export class AttemptRecorderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly endpoints: WebhookRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
  ) {}

  /** A receiver that is gone gets nothing any more; one that fails ten times stays, and gets what comes next. */
  record(tenantId: string, delivery: Claimed, attempt: Attempt): Promise<void> {
    const gone = attempt.error === 'gone';
    return this.unitOfWork.run(tenantId, async (tx) => {
      if (gone) await this.endpoints.lock(tx, delivery.endpoint_id); // before its deliveries, as everybody does
      const recorded = await this.deliveries.record(tx, delivery, attempt, this.outcomeOf(delivery, attempt));
      if (gone && recorded) await this.disable(tx, delivery.endpoint_id);
    });
  }

  /** For a call that was ended from our side. */
  giveBack(tenantId: string, delivery: Claimed): Promise<void> {
    return this.unitOfWork.run(tenantId, (tx) => {
      this.deliveries.giveBack(tx, delivery, this.clock.now());
      return Promise.resolve();
    });
  }

  private outcomeOf(
    { attempts }: Claimed,
    { error, askedMs }: Attempt,
  ): { status: DeliveryStatus; nextAttemptAt: Date | null } {
    if (error === null) return { status: 'delivered', nextAttemptAt: null };
    const wait = error === 'gone' ? undefined : waitAfter(attempts, this.options.retrySeconds, askedMs);
    if (wait === undefined) return { status: 'failed', nextAttemptAt: null };
    return { status: 'pending', nextAttemptAt: new Date(this.clock.now().getTime() + wait) };
  }

  private async disable(tx: Transaction, webhookId: string): Promise<void> {
    if (!(await this.endpoints.disable(tx, webhookId, 'gone'))) return;
    this.endpoints.discardPending(tx, webhookId);
    const data = { webhook_id: webhookId, reason: 'gone' };
    this.outbox.append(tx, this.clock.now(), { type: 'webhook.disabled', data });
  }
}
