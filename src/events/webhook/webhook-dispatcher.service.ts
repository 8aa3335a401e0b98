import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { Outbox } from '../../core/outbox/outbox.js';
import { type ClaimedDelivery, DeliveryRepository } from './delivery.repository.js';
import { retryDelayMs } from './retry-schedule.js';
import type { DeliveryStatus } from './webhook-delivery.entity.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { type Attempt, WebhookSenderService } from './webhook-sender.service.js';
import { payloadText, WebhookSignerService } from './webhook-signer.service.js';
import { WebhookRepository } from './webhook.repository.js';

/** The maximum number of calls in progress in this process: enough for 50 tenants with the maximum of 20 each. */
const MAX_CALLS = 1000;
/** Longer than the time limit of a call (15 s) plus the time to record its result. */
const LEASE_MS = 30_000;

/**
 * Sends due deliveries. All state is in the table of deliveries: a delivery is claimed there with a lease, sent while no
 * database connection is held, and its result recorded. If a process dies, its leases expire and another process sends the
 * deliveries.
 */
@Injectable()
export class WebhookDispatcherService {
  private readonly logger = new Logger(WebhookDispatcherService.name);
  private readonly inProgress = new Set<Promise<void>>();
  private calls = 0;
  /** Tenants to wake when a call has ended, because this process had `MAX_CALLS` in progress. */
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
   * Starts to send the due deliveries of a tenant. Each call that ends looks for further due deliveries.
   * @throws DomainError `database_unavailable`
   */
  async wake(tenantId: string): Promise<void> {
    if (this.stopping.signal.aborted) return;
    if (this.calls >= MAX_CALLS) {
      this.waiting.add(tenantId);
      return;
    }
    const at = this.clock.now();
    const until = new Date(at.getTime() + LEASE_MS);
    const claimed = await this.unitOfWork.run(tenantId, (tx) => this.deliveries.claim(tx, at, until));
    for (const delivery of claimed) this.start(tenantId, delivery);
  }

  /** Waits until no call is in progress. */
  async idle(): Promise<void> {
    while (this.inProgress.size > 0) await Promise.all(this.inProgress);
  }

  /** Starts no further calls, aborts those in progress, and releases their deliveries. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  private start(tenantId: string, delivery: ClaimedDelivery): void {
    this.calls += 1;
    const call = this.deliver(tenantId, delivery)
      .catch((error: unknown) => {
        // The lease expires, then the delivery is attempted again.
        this.logger.warn(
          { err: error, tenantId, deliveryId: delivery.delivery_id },
          'failed to deliver an event',
        );
      })
      .finally(() => (this.calls -= 1))
      .then(() => this.wakeNext(tenantId))
      .finally(() => this.inProgress.delete(call));
    this.inProgress.add(call);
  }

  private async deliver(tenantId: string, delivery: ClaimedDelivery): Promise<void> {
    const body = payloadText(delivery);
    const headers = this.signer.headersOf(delivery, body);
    const { signal } = this.stopping;
    try {
      const attempt = await this.sender.post(delivery.url, headers, body, signal);
      await this.record(tenantId, delivery, attempt);
    } catch (error) {
      if (!signal.aborted) throw error;
      await this.release(tenantId, delivery);
    }
  }

  /**
   * Records the result of a call, and the time of the next attempt. A webhook whose receiver answers 410 (gone) is
   * deactivated. If all attempts of a delivery fail, the webhook stays active, and gets later events.
   */
  record(tenantId: string, delivery: ClaimedDelivery, attempt: Attempt): Promise<void> {
    const gone = attempt.error === 'gone';
    return this.unitOfWork.run(tenantId, async (tx) => {
      if (gone) await this.endpoints.lock(tx, delivery.endpoint_id); // before its deliveries, the order that every transaction uses
      const recorded = await this.deliveries.record(tx, delivery, attempt, this.outcomeOf(delivery, attempt));
      if (gone && recorded) await this.disable(tx, delivery.endpoint_id);
    });
  }

  /** Releases a delivery whose call this process has aborted. */
  private release(tenantId: string, delivery: ClaimedDelivery): Promise<void> {
    return this.unitOfWork.run(tenantId, (tx) => {
      this.deliveries.release(tx, delivery, this.clock.now());
      return Promise.resolve();
    });
  }

  private outcomeOf(
    { attempts }: ClaimedDelivery,
    { error, retryAfterMs }: Attempt,
  ): { status: DeliveryStatus; nextAttemptAt: Date | null } {
    if (error === null) return { status: 'delivered', nextAttemptAt: null };
    const wait =
      error === 'gone' ? undefined : retryDelayMs(attempts, this.options.retrySeconds, retryAfterMs);
    if (wait === undefined) return { status: 'failed', nextAttemptAt: null };
    return { status: 'pending', nextAttemptAt: new Date(this.clock.now().getTime() + wait) };
  }

  private async disable(tx: Transaction, webhookId: string): Promise<void> {
    if (!(await this.endpoints.disable(tx, webhookId, 'gone'))) return;
    await this.endpoints.discardPending(tx, webhookId);
    const data = { webhook_id: webhookId, reason: 'gone' };
    this.outbox.append(tx, this.clock.now(), { type: 'webhook.disabled', data });
  }

  /** After a call has ended, looks for further deliveries of its tenant, and of one tenant that waits. */
  private async wakeNext(tenantId: string): Promise<void> {
    const [next] = this.waiting;
    if (next !== undefined) this.waiting.delete(next);
    for (const tenant of new Set([tenantId, next ?? tenantId])) {
      await this.wake(tenant).catch((error: unknown) => {
        this.logger.warn({ err: error, tenantId: tenant }, 'failed to claim due deliveries');
      });
    }
  }
}
