import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../../edge/idempotency/idempotency.module.js';
import { RewardModule } from '../../reward/reward.module.js';
import { IdempotencySweepService } from './idempotency-sweep.service.js';
import { BackgroundWorkService } from './background-work.service.js';
import { DueCustomerQuery } from './due-customer.query.js';
import { DueSweepService } from './due-sweep.service.js';
import { EventSweepService } from './event-sweep.service.js';

/** Background jobs: due rewards, event and webhook sweeps, and clean-up. */
@Module({
  imports: [RewardModule, IdempotencyModule],
  providers: [
    BackgroundWorkService,
    DueSweepService,
    DueCustomerQuery,
    EventSweepService,
    IdempotencySweepService,
  ],
  exports: [BackgroundWorkService],
})
export class JobsModule {}
