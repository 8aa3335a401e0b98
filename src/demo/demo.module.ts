import { Module } from '@nestjs/common';
import { BrandingModule } from '../branding/branding.module.js';
import { ConfigModule } from '../config/config.module.js';
import { CreditModule } from '../credit/credit.module.js';
import { CustomerModule } from '../customer/customer.module.js';
import { EnrollmentModule } from '../enrollment/enrollment.module.js';
import { PromoModule } from '../promo/promo.module.js';
import { RedemptionModule } from '../redemption/redemption.module.js';
import { ReferralModule } from '../referral/referral.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { DemoPeople } from './demo-people.js';
import { DemoStory } from './demo-story.js';
import { DemoSeeder } from './demo-seeder.js';

/** A tenant to look around in. */
@Module({
  imports: [
    BrandingModule,
    ConfigModule,
    CustomerModule,
    PromoModule,
    ReferralModule,
    RewardModule,
    CreditModule,
    EnrollmentModule,
    RedemptionModule,
  ],
  providers: [DemoSeeder, DemoPeople, DemoStory],
})
export class DemoModule {}
