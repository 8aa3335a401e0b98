import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { DueDeliveryQuery } from '../../events/webhook/due-delivery.query.js';
import { WebhookDispatcherService } from '../../events/webhook/webhook-dispatcher.service.js';

/**
 * Finds what a process that ended left behind: facts that nobody numbered, and deliveries that nobody makes any more.
 * Everything else has a hint or a job of its own, and waits for nobody.
 */
@Injectable()
export class EventSweepService {
  private readonly logger = new Logger(EventSweepService.name);

  constructor(
    private readonly tenants: TenantQuery,
    private readonly drain: EventDrainService,
    private readonly due: DueDeliveryQuery,
    private readonly dispatcher: WebhookDispatcherService,
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
