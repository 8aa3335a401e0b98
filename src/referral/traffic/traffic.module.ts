import { Module } from '@nestjs/common';
import { TrafficCounterService } from './traffic-counter.service.js';
import { TrafficRepository } from './traffic.repository.js';

/** Counts of opened links and checked codes, by tenant and day. */
@Module({
  providers: [TrafficCounterService, TrafficRepository],
  exports: [TrafficCounterService],
})
export class TrafficModule {}
