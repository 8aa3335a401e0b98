import { Module } from '@nestjs/common';
import { AbuseModule } from '../referral/abuse/abuse.module.js';
import { CustomerModule } from '../customer/customer.module.js';
import { PromoModule } from '../promo/promo.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { DecisionModule } from '../reward/decision/decision.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { TenantResolverService } from './tenant-resolver.service.js';
import { CodeCheckService } from './code-check.service.js';
import { EnrollmentRecorderService } from './enrollment-recorder.service.js';
import { EnrollmentController } from './enrollment.controller.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { EnrollmentService } from './enrollment.service.js';
import { QuoteService } from './quote.service.js';

/** Enrollments and quotes. */
@Module({
  imports: [CustomerModule, PromoModule, ReferralModule, AbuseModule, RewardModule, DecisionModule],
  controllers: [EnrollmentController],
  providers: [
    EnrollmentService,
    QuoteService,
    CodeCheckService,
    EnrollmentRecorderService,
    EnrollmentRepository,
    TenantResolverService,
  ],
  exports: [EnrollmentService],
})
export class EnrollmentModule {}
