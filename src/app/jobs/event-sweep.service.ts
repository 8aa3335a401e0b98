import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { EventDrainService } from '../../core/outbox/event-drain.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { WebhookDispatcherService } from '../../events/webhook/webhook-dispatcher.service.js';
import { WebhookQuery } from '../../events/webhook/webhook.query.js';

/**
 * Finds the work that a crashed process left behind: events without a number, and due deliveries that no process has
 * claimed. All other events and deliveries are triggered by a notification or a job.
 */
@Injectable()
export class EventSweepService {
  private readonly logger = new Logger(EventSweepService.name);

  constructor(
    private readonly tenants: TenantQuery,
    private readonly drain: EventDrainService,
    private readonly webhooks: WebhookQuery,
    private readonly dispatcher: WebhookDispatcherService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sweeps all tenants once. If one fails, the failure is logged, the others are swept, and the next sweep tries it again.
   * @param signal ends the sweep between two tenants
   * @throws the first failure, after all tenants have been swept
   */
  async run(signal?: AbortSignal): Promise<void> {
    let failure: unknown;
    for await (const { id } of this.tenants.all()) {
      if (signal?.aborted) return;
      try {
        await this.drain.drainIfFree(id);
        if (await this.webhooks.anyDue(id, this.clock.now())) await this.dispatcher.wake(id);
      } catch (error) {
        failure ??= error;
        this.logger.warn({ err: error, tenantId: id }, 'failed to sweep events');
      }
    }
    if (failure !== undefined) throw failure as Error;
  }
}
