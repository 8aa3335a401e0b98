import { type DynamicModule, Module } from '@nestjs/common';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryService } from './delivery.service.js';
import { WebhookDispatcherService } from './webhook-dispatcher.service.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhookSignerService } from './webhook-signer.service.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookService } from './webhook.service.js';

/** Webhooks: their endpoints, and the deliveries to them. */
@Module({})
export class WebhookModule {
  static register(options: WebhookOptions): DynamicModule {
    return {
      module: WebhookModule,
      global: true,
      controllers: [WebhookController],
      providers: [
        { provide: WEBHOOK_OPTIONS, useValue: options },
        WebhookService,
        WebhookQuery,
        WebhookRepository,
        DeliveryService,
        DeliveryRepository,
        WebhookDispatcherService,
        WebhookSenderService,
        WebhookSignerService,
      ],
      exports: [WebhookDispatcherService, WebhookQuery],
    };
  }
}
