import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { AttemptRecorderService } from './attempt-recorder.service.js';
import { type Claimed, DeliveryRepository } from './delivery.repository.js';
import { payloadText } from './payload.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhookSignerService } from './webhook-signer.service.js';

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
    private readonly sender: WebhookSenderService,
    private readonly recorder: AttemptRecorderService,
    private readonly signer: WebhookSignerService,
    private readonly clock: Clock,
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
      await this.recorder.record(tenantId, delivery, attempt);
    } catch (error) {
      if (!signal.aborted) throw error;
      await this.recorder.giveBack(tenantId, delivery);
    }
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
