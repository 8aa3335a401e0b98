import { Module } from '@nestjs/common';
import { ReferralModule } from '../referral.module.js';
import { AbuseCheckService } from './abuse-check.service.js';
import { AbuseRepository } from './abuse.repository.js';
import { AbuseRulesController } from './abuse-rules.controller.js';
import { AbuseRulesQuery } from './abuse-rules.query.js';
import { AbuseRulesRepository } from './abuse-rules.repository.js';
import { AbuseRulesService } from './abuse-rules.service.js';

/** Abuse rules, and the check of enrollments against them. */
@Module({
  imports: [ReferralModule],
  controllers: [AbuseRulesController],
  providers: [AbuseRulesService, AbuseRulesRepository, AbuseRulesQuery, AbuseCheckService, AbuseRepository],
  exports: [AbuseCheckService],
})
export class AbuseModule {}
