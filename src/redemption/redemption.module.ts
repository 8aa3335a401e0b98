import { Module } from '@nestjs/common';
import { LedgerModule } from '../reward/ledger/ledger.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { RedemptionController } from './redemption.controller.js';
import { RedemptionQuery } from './redemption.query.js';
import { RedemptionRecorderService } from './redemption-recorder.service.js';
import { RedemptionRepository } from './redemption.repository.js';
import { RedemptionReversalService } from './redemption-reversal.service.js';
import { RedemptionService } from './redemption.service.js';
import { RestitutionService } from './restitution.service.js';
import { WalletService } from './wallet.service.js';

/** Discounts and credit, applied to invoices and taken back. */
@Module({
  imports: [ReferralModule, RewardModule, LedgerModule],
  controllers: [RedemptionController],
  providers: [
    RedemptionService,
    RedemptionReversalService,
    WalletService,
    RedemptionRecorderService,
    RestitutionService,
    RedemptionQuery,
    RedemptionRepository,
  ],
  exports: [RedemptionService],
})
export class RedemptionModule {}
