import { type DynamicModule, Module } from '@nestjs/common';
import { AttemptRecorderService } from './attempt-recorder.service.js';
import { DeliveryMakerService } from './delivery-maker.service.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryService } from './delivery.service.js';
import { DueDeliveryQuery } from './due-delivery.query.js';
import { EndpointChangeService } from './endpoint-change.service.js';
import { UrlCheckService } from './url-check.service.js';
import { WebhookDispatcherService } from './webhook-dispatcher.service.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { WebhookSignerService } from './webhook-signer.service.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookService } from './webhook.service.js';

/** Events on their way to others. */
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
        EndpointChangeService,
        WebhookQuery,
        WebhookRepository,
        DeliveryService,
        DeliveryMakerService,
        DeliveryRepository,
        DueDeliveryQuery,
        WebhookDispatcherService,
        AttemptRecorderService,
        WebhookSenderService,
        WebhookSignerService,
        UrlCheckService,
      ],
      exports: [WebhookDispatcherService, DueDeliveryQuery],
    };
  }
}
