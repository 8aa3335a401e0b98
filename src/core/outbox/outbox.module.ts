import { Global, Module } from '@nestjs/common';
import { EventDrainService } from './event-drain.service.js';
import { EventNotifierService } from './event-notifier.service.js';
import { EventOrderRepository } from './event-order.repository.js';
import { Outbox } from './outbox.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

@Global()
@Module({
  providers: [Outbox, EventNotifierService, EventDrainService, EventOrderRepository, UnnumberedEventQuery],
  exports: [Outbox, EventNotifierService, EventDrainService, EventOrderRepository],
})
export class OutboxModule {}
