import { Global, Module } from '@nestjs/common';
import { EventDrain } from './event-drain.js';
import { EventHints } from './event-hints.js';
import { EventOrderRepository } from './event-order.repository.js';
import { Outbox } from './outbox.js';
import { UnnumberedEventQuery } from './unnumbered-event.query.js';

@Global()
@Module({
  providers: [Outbox, EventHints, EventDrain, EventOrderRepository, UnnumberedEventQuery],
  exports: [Outbox, EventHints, EventDrain, EventOrderRepository],
})
export class OutboxModule {}
