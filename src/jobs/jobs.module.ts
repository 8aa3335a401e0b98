import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { AnswerSweep } from './answer-sweep.service.js';
import { BackgroundWork } from './background-work.js';
import { DueCustomerQuery } from './due-customer.query.js';
import { DueSweep } from './due-sweep.service.js';
import { EventSweep } from './event-sweep.service.js';

/** Work that nobody asks for: what time brings, and what others are to hear. */
@Module({
  imports: [RewardModule, IdempotencyModule],
  providers: [BackgroundWork, DueSweep, DueCustomerQuery, EventSweep, AnswerSweep],
  exports: [BackgroundWork],
})
export class JobsModule {}
