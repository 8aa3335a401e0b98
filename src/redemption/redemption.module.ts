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
import { RedemptionReversalRecorderService } from './redemption-reversal-recorder.service.js';
import { WalletService } from './wallet.service.js';

/** Applies discounts and credit to invoices, and reverses redemptions. */
@Module({
  imports: [ReferralModule, RewardModule, LedgerModule],
  controllers: [RedemptionController],
  providers: [
    RedemptionService,
    RedemptionReversalService,
    WalletService,
    RedemptionRecorderService,
    RedemptionReversalRecorderService,
    RedemptionQuery,
    RedemptionRepository,
  ],
  exports: [RedemptionService],
})
export class RedemptionModule {}
