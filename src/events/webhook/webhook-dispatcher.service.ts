import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { Outbox } from '../../core/outbox/outbox.js';
import { type Claimed, DeliveryRepository } from './delivery.repository.js';
import { waitAfter } from './retry-schedule.js';
import type { DeliveryStatus } from './webhook-delivery.entity.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { type Attempt, WebhookSenderService } from './webhook-sender.service.js';
import { payloadText, WebhookSignerService } from './webhook-signer.service.js';
import { WebhookRepository } from './webhook.repository.js';

/** Calls under way in this process. A tenant has 20 at most, so that many must be slow before one waits for another. */
const MOST_CALLS = 1000;
/** What a process has for itself it has for longer than a call may take, which is 15 s, and its record. */
const LEASE_MS = 30_000;

/**
 * Sends what is due. What is true stands in the table of deliveries: a call is claimed there with a lease, made without a
 * connection to the database, and recorded. A process that dies lets its leases run out, and somebody calls again.
 */
@Injectable()
export class WebhookDispatcherService {
  private readonly logger = new Logger(WebhookDispatcherService.name);
  private readonly underWay = new Set<Promise<void>>();
  private calls = 0;
  /** Tenants that came while this process had its hands full. */
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly endpoints: WebhookRepository,
    private readonly sender: WebhookSenderService,
    private readonly signer: WebhookSignerService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
  ) {}

  /**
   * Begins to send what is due of a tenant, and whatever is due when that has been sent.
   * @throws DomainError `database_unavailable`
   */
  async wake(tenantId: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    if (this.calls >= MOST_CALLS) {
      this.waiting.add(tenantId);
      return;
    }
    const at = this.clock.now();
    const until = new Date(at.getTime() + LEASE_MS);
    const claimed = await this.unitOfWork.run(tenantId, (tx) => this.deliveries.claim(tx, at, until));
    for (const delivery of claimed) this.begin(tenantId, delivery);
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Begins nothing any more, ends what is under way, and gives it back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
  }

  private begin(tenantId: string, delivery: Claimed): void {
    this.calls += 1;
    const call = this.deliver(tenantId, delivery)
      .catch((error: unknown) => {
        // Its lease runs out, and then it is tried again.
        this.logger.warn({ err: error, tenantId, deliveryId: delivery.delivery_id }, 'could not deliver');
      })
      .finally(() => (this.calls -= 1))
      .then(() => this.goOn(tenantId))
      .finally(() => this.underWay.delete(call));
    this.underWay.add(call);
  }

  private async deliver(tenantId: string, delivery: Claimed): Promise<void> {
    const body = payloadText(delivery);
    const headers = this.signer.headersOf(delivery, body);
    const { signal } = this.stopping;
    try {
      const attempt = await this.sender.post(delivery.url, headers, body, signal);
      await this.record(tenantId, delivery, attempt);
    } catch (error) {
      if (!signal.aborted) throw error;
      await this.giveBack(tenantId, delivery);
    }
  }

  /**
   * Writes down what became of a call, and when there is to be another one. A receiver that is gone gets nothing any more; one
   * that fails ten times stays, and gets what comes next.
   */
  record(tenantId: string, delivery: Claimed, attempt: Attempt): Promise<void> {
    const gone = attempt.error === 'gone';
    return this.unitOfWork.run(tenantId, async (tx) => {
      if (gone) await this.endpoints.lock(tx, delivery.endpoint_id); // before its deliveries, as everybody does
      const recorded = await this.deliveries.record(tx, delivery, attempt, this.outcomeOf(delivery, attempt));
      if (gone && recorded) await this.disable(tx, delivery.endpoint_id);
    });
  }

  /** Ends the claim of a call that was ended from our side. */
  private giveBack(tenantId: string, delivery: Claimed): Promise<void> {
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
    await this.endpoints.discardPending(tx, webhookId);
    const data = { webhook_id: webhookId, reason: 'gone' };
    this.outbox.append(tx, this.clock.now(), { type: 'webhook.disabled', data });
  }

  /** There is room for one call more: for the same tenant, and for one that waits. */
  private async goOn(tenantId: string): Promise<void> {
    const [next] = this.waiting;
    if (next !== undefined) this.waiting.delete(next);
    for (const tenant of new Set([tenantId, next ?? tenantId])) {
      await this.wake(tenant).catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId: tenant }, 'could not look for what is due');
      });
    }
  }
}
