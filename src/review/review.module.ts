import { Module } from '@nestjs/common';
import { AbuseModule } from '../abuse/abuse.module.js';
import { ConfigModule } from '../config/config.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { HeldReferral } from './held-referral.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewDecision } from './review-decision.service.js';
import { ReviewQuery } from './review.query.js';
import { ReviewService } from './review.service.js';

/** What somebody decides about referrals that rules have held. */
@Module({
  imports: [AbuseModule, ConfigModule, ReferralModule, RewardModule],
  controllers: [ReviewController],
  providers: [ReviewService, ReviewDecision, HeldReferral, ReviewQuery],
})
export class ReviewModule {}
