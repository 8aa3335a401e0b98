import type { Page } from '../../src/core/http/page.js';
import { EventDrainService } from '../../src/core/outbox/event-drain.service.js';
import type { DeliveryAnswer } from '../../src/events/webhook/webhook.dto.js';
import { WebhookDispatcherService } from '../../src/events/webhook/webhook-dispatcher.service.js';
import type { TestApp } from '../support/app.js';
import type { TestTenant } from '../support/factories.js';

/** Does the work of the jobs once: numbers new events and sends all due deliveries. */
export async function deliver(app: TestApp, tenant: TestTenant): Promise<void> {
  await app.nest.get(EventDrainService).drain(tenant.id);
  await app.nest.get(WebhookDispatcherService).wake(tenant.id);
  await app.nest.get(WebhookDispatcherService).idle();
}

/** Makes every pending delivery due now. */
export async function waitsAreOver(app: TestApp): Promise<void> {
  await app.database.sql(
    `update webhook_delivery set next_attempt_at = now() - interval '1 minute', leased_until = null
      where status = 'pending'`,
  );
}

/** Returns the deliveries of a webhook, the oldest first. */
export async function deliveriesOf(
  app: TestApp,
  tenant: TestTenant,
  webhookId: string,
  query = '',
): Promise<DeliveryAnswer[]> {
  const path = `/api/webhooks/${webhookId}/deliveries?limit=100${query}`;
  return (await app.get<Page<DeliveryAnswer>>(path, tenant.admin)).body.data.toReversed();
}
