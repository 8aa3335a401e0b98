import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { RedemptionController } from './redemption.controller.js';
import { RedemptionQuery } from './redemption.query.js';
import { RedemptionRecorder } from './redemption-recorder.service.js';
import { RedemptionRepository } from './redemption.repository.js';
import { RedemptionReversalService } from './redemption-reversal.service.js';
import { RedemptionService } from './redemption.service.js';
import { Restitution } from './restitution.service.js';
import { WalletService } from './wallet.service.js';

/** Discounts and credit, applied to invoices and taken back. */
@Module({
  imports: [ReferralModule, RewardModule, LedgerModule],
  controllers: [RedemptionController],
  providers: [
    RedemptionService,
    RedemptionReversalService,
    WalletService,
    RedemptionRecorder,
    Restitution,
    RedemptionQuery,
    RedemptionRepository,
  ],
  exports: [RedemptionService],
})
export class RedemptionModule {}
