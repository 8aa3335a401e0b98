import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RewardModule } from '../reward.module.js';
import { CreditController } from './credit.controller.js';
import { CreditQuery } from './credit.query.js';
import { CreditService } from './credit.service.js';

/** What customers see of their credit, and what admins do to it by hand. */
@Module({
  imports: [LedgerModule, RewardModule],
  controllers: [CreditController],
  providers: [CreditService, CreditQuery],
  exports: [CreditService],
})
export class CreditModule {}
