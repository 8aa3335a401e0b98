import { Module } from '@nestjs/common';
import { AbuseModule } from '../abuse/abuse.module.js';
import { CustomerModule } from '../customer/customer.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { PromoModule } from '../promo/promo.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { AddressedTenant } from './addressed-tenant.js';
import { CodeChecker } from './code-checker.js';
import { EnrollmentRecorder } from './enrollment-recorder.js';
import { EnrollmentController } from './enrollment.controller.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import { EnrollmentService } from './enrollment.service.js';
import { QuoteService } from './quote.service.js';

/** How a person becomes a customer. */
@Module({
  imports: [CustomerModule, PromoModule, ReferralModule, AbuseModule, PrivacyModule, RewardModule],
  controllers: [EnrollmentController],
  providers: [
    EnrollmentService,
    QuoteService,
    CodeChecker,
    EnrollmentRecorder,
    EnrollmentRepository,
    AddressedTenant,
  ],
  exports: [EnrollmentService],
})
export class EnrollmentModule {}
