import { Module } from '@nestjs/common';
import { RewardModule } from '../reward/reward.module.js';
import { BackgroundWork } from './background-work.js';
import { DueCustomerQuery } from './due-customer.query.js';
import { DueSweep } from './due-sweep.service.js';
import { EventSweep } from './event-sweep.service.js';

/** Work that nobody asks for: what time brings, and what others are to hear. */
@Module({
  imports: [RewardModule],
  providers: [BackgroundWork, DueSweep, DueCustomerQuery, EventSweep],
  exports: [BackgroundWork],
})
export class JobsModule {}
