import { type DynamicModule, Module } from '@nestjs/common';
import { AttemptRecorder } from './attempt-recorder.service.js';
import { DeliveryMaker } from './delivery-maker.service.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryService } from './delivery.service.js';
import { DueDeliveryQuery } from './due-delivery.query.js';
import { EndpointChange } from './endpoint-change.service.js';
import { UrlCheck } from './url-check.service.js';
import { WebhookDispatcher } from './webhook-dispatcher.service.js';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookSender } from './webhook-sender.service.js';
import { WebhookSigner } from './webhook-signer.service.js';
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
        EndpointChange,
        WebhookQuery,
        WebhookRepository,
        DeliveryService,
        DeliveryMaker,
        DeliveryRepository,
        DueDeliveryQuery,
        WebhookDispatcher,
        AttemptRecorder,
        WebhookSender,
        WebhookSigner,
        UrlCheck,
      ],
      exports: [WebhookDispatcher, DueDeliveryQuery],
    };
  }
}
