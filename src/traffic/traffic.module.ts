import { Module } from '@nestjs/common';
import { TrafficCounter } from './traffic-counter.service.js';
import { TrafficRepository } from './traffic.repository.js';

/** What people do with codes before they enroll, counted by tenant and day. */
@Module({
  providers: [TrafficCounter, TrafficRepository],
  exports: [TrafficCounter],
})
export class TrafficModule {}
