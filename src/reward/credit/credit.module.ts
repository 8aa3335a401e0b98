import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RewardModule } from '../reward.module.js';
import { CreditController } from './credit.controller.js';
import { CreditQuery } from './credit.query.js';
import { CreditService } from './credit.service.js';

/** Credit statements, and adjustments by admins. */
@Module({
  imports: [LedgerModule, RewardModule],
  controllers: [CreditController],
  providers: [CreditService, CreditQuery],
  exports: [CreditService],
})
export class CreditModule {}
