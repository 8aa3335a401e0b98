import { Module } from '@nestjs/common';
import { RewardModule } from '../reward/reward.module.js';
import { DueCustomerQuery } from './due-customer.query.js';
import { DueSweep } from './due-sweep.service.js';

/** Work that nobody asks for: what time brings. */
@Module({
  imports: [RewardModule],
  providers: [DueSweep, DueCustomerQuery],
  exports: [DueSweep],
})
export class JobsModule {}
