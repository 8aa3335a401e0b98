import { Module } from '@nestjs/common';
import { AbuseModule } from '../abuse/abuse.module.js';
import { ConfigModule } from '../config/config.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { AllowanceRepository } from './allowance.repository.js';
import { EarningService } from './earning.service.js';
import { QualificationService } from './qualification.service.js';
import { ReferralDecisionController } from './referral-decision.controller.js';
import { ReferralDecisionService } from './referral-decision.service.js';
import { ReferralVerdict } from './referral-verdict.service.js';
import { ReversalService } from './reversal.service.js';
import { RewardController } from './reward.controller.js';
import { RewardHistory } from './reward-history.service.js';
import { RewardQuery } from './reward.query.js';
import { RewardRepository } from './reward.repository.js';
import { RewardService } from './reward.service.js';
import { Settlement } from './settlement.service.js';

/** What each side of a referral earned, and what becomes of it. */
@Module({
  imports: [ConfigModule, ReferralModule, AbuseModule, LedgerModule],
  controllers: [RewardController, ReferralDecisionController],
  providers: [
    RewardService,
    ReferralDecisionService,
    ReferralVerdict,
    EarningService,
    QualificationService,
    ReversalService,
    Settlement,
    RewardHistory,
    RewardQuery,
    RewardRepository,
    AllowanceRepository,
  ],
  exports: [
    EarningService,
    QualificationService,
    ReversalService,
    ReferralDecisionService,
    Settlement,
    RewardHistory,
    RewardRepository,
  ],
})
export class RewardModule {}
