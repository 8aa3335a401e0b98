import { Module } from '@nestjs/common';
import { RewardController } from './reward.controller.js';
import { RewardQuery } from './reward.query.js';
import { RewardRepository } from './reward.repository.js';
import { RewardService } from './reward.service.js';

/** What each side of a referral earned. */
@Module({
  controllers: [RewardController],
  providers: [RewardService, RewardQuery, RewardRepository],
  exports: [RewardRepository],
})
export class RewardModule {}
