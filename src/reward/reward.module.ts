import { Module } from '@nestjs/common';
import { AbuseModule } from '../referral/abuse/abuse.module.js';
import { ConfigModule } from '../config/config.module.js';
import { CustomerModule } from '../customer/customer.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { EarningService } from './earning.service.js';
import { QualificationService } from './qualification.service.js';
import { ReinstatementService } from './reinstatement.service.js';
import { ReversalService } from './reversal.service.js';
import { RewardController } from './reward.controller.js';
import { RewardHistoryService } from './reward-history.service.js';
import { RewardQuery } from './reward.query.js';
import { RewardRepository } from './reward.repository.js';
import { RewardService } from './reward.service.js';
import { SettlementService } from './settlement.service.js';

/** The rewards of both sides of a referral: earning, settlement, reversal. */
@Module({
  imports: [ConfigModule, CustomerModule, ReferralModule, AbuseModule, LedgerModule],
  controllers: [RewardController],
  providers: [
    RewardService,
    EarningService,
    QualificationService,
    ReversalService,
    ReinstatementService,
    SettlementService,
    RewardHistoryService,
    RewardQuery,
    RewardRepository,
  ],
  exports: [
    EarningService,
    QualificationService,
    ReversalService,
    SettlementService,
    RewardHistoryService,
    RewardRepository,
  ],
})
export class RewardModule {}
