import { Global, Module } from '@nestjs/common';
import { EventDrainService } from './event-drain.service.js';
import { EventHintService } from './event-hint.service.js';
import { EventOrderRepository } from './event-order.repository.js';
import { Outbox } from './outbox.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

@Global()
@Module({
  providers: [Outbox, EventHintService, EventDrainService, EventOrderRepository, UnnumberedEventQuery],
  exports: [Outbox, EventHintService, EventDrainService, EventOrderRepository],
})
export class OutboxModule {}
