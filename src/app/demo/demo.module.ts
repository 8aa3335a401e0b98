import { Module } from '@nestjs/common';
import { BrandingModule } from '../../tenant/branding/branding.module.js';
import { ConfigModule } from '../../config/config.module.js';
import { CreditModule } from '../../reward/credit/credit.module.js';
import { DecisionModule } from '../../reward/decision/decision.module.js';
import { CustomerModule } from '../../customer/customer.module.js';
import { EnrollmentModule } from '../../enrollment/enrollment.module.js';
import { PromoModule } from '../../promo/promo.module.js';
import { RedemptionModule } from '../../redemption/redemption.module.js';
import { ReferralModule } from '../../referral/referral.module.js';
import { RewardModule } from '../../reward/reward.module.js';
import { DemoPeopleService } from './demo-people.service.js';
import { DemoStoryService } from './demo-story.service.js';
import { DemoSeederService } from './demo-seeder.service.js';

/** Demo data. */
@Module({
  imports: [
    BrandingModule,
    ConfigModule,
    CustomerModule,
    PromoModule,
    ReferralModule,
    RewardModule,
    CreditModule,
    DecisionModule,
    EnrollmentModule,
    RedemptionModule,
  ],
  providers: [DemoSeederService, DemoPeopleService, DemoStoryService],
})
export class DemoModule {}
