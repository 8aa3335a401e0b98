import { Module } from '@nestjs/common';
import { TrafficCounterService } from './traffic-counter.service.js';
import { TrafficRepository } from './traffic.repository.js';

/** What people do with codes before they enroll, counted by tenant and day. */
@Module({
  providers: [TrafficCounterService, TrafficRepository],
  exports: [TrafficCounterService],
})
export class TrafficModule {}
