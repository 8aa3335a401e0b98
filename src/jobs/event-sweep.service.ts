import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { EventDrain } from '../outbox/event-drain.js';
import { TenantQuery } from '../tenant/tenant.query.js';
import { DueDeliveryQuery } from '../webhook/due-delivery.query.js';
import { WebhookDispatcher } from '../webhook/webhook-dispatcher.service.js';

/**
 * Finds what a process that ended left behind: facts that nobody numbered, and deliveries that nobody makes any more.
 * Everything else has a hint or a job of its own, and waits for nobody.
 */
@Injectable()
export class EventSweep {
  private readonly logger = new Logger(EventSweep.name);

  constructor(
    private readonly tenants: TenantQuery,
    private readonly drain: EventDrain,
    private readonly due: DueDeliveryQuery,
    private readonly dispatcher: WebhookDispatcher,
    private readonly clock: Clock,
  ) {}

  /**
   * One pass over all tenants. Who fails is logged and left for the next pass, and keeps nobody waiting.
   * @param signal ends it between two tenants
   * @throws the first failure, after everybody else has been served
   */
  async run(signal?: AbortSignal): Promise<void> {
    let failure: unknown;
    for await (const { id } of this.tenants.all()) {
      if (signal?.aborted) return;
      try {
        await this.drain.drainIfFree(id);
        if (await this.due.any(id, this.clock.now())) await this.dispatcher.wake(id);
      } catch (error) {
        failure ??= error;
        this.logger.warn({ err: error, tenantId: id }, 'could not look after events');
      }
    }
    if (failure !== undefined) throw failure as Error;
  }
}
