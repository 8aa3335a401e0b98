import { Module } from '@nestjs/common';
import { ConfigModule } from '../../config/config.module.js';
import { ReferralModule } from '../../referral/referral.module.js';
import { RewardModule } from '../reward.module.js';
import { ReferralDecisionController } from './referral-decision.controller.js';
import { ReferralDecisionService } from './referral-decision.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewDecisionService } from './review-decision.service.js';
import { ReviewQuery } from './review.query.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewService } from './review.service.js';

/** Decisions by admins: approving and voiding referrals, and reviews of referrals that abuse rules held. */
@Module({
  imports: [ConfigModule, ReferralModule, RewardModule],
  controllers: [ReferralDecisionController, ReviewController],
  providers: [ReferralDecisionService, ReviewService, ReviewDecisionService, ReviewQuery, ReviewRepository],
  exports: [ReferralDecisionService, ReviewRepository],
})
export class DecisionModule {}
