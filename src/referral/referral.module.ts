import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer/customer.module.js';
import { TrafficModule } from './traffic/traffic.module.js';
import { MyCodeQuery } from './my-code.query.js';
import { MyCodeService } from './my-code.service.js';
import { ReferralCodeRepository } from './referral-code.repository.js';
import { ReferralExportService } from './referral-export.service.js';
import { ReferralOfferQuery } from './referral-offer.query.js';
import { ReferralController } from './referral.controller.js';
import { ReferralQuery } from './referral.query.js';
import { ReferralRepository } from './referral.repository.js';
import { ReferralService } from './referral.service.js';

/** Referral codes, their validation, and the list of referrals. */
@Module({
  imports: [CustomerModule, TrafficModule],
  controllers: [ReferralController],
  providers: [
    ReferralService,
    ReferralExportService,
    MyCodeService,
    ReferralQuery,
    ReferralOfferQuery,
    MyCodeQuery,
    ReferralRepository,
    ReferralCodeRepository,
  ],
  exports: [ReferralService, ReferralOfferQuery, ReferralQuery, ReferralRepository, ReferralCodeRepository],
})
export class ReferralModule {}
