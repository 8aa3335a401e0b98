import { Module } from '@nestjs/common';
import { BrandingController } from './branding.controller.js';
import { BrandingQuery } from './branding.query.js';
import { BrandingRepository } from './branding.repository.js';
import { BrandingService } from './branding.service.js';

/** How a tenant looks to whoever opens its pages. */
@Module({
  controllers: [BrandingController],
  providers: [BrandingService, BrandingQuery, BrandingRepository],
  exports: [BrandingService],
})
export class BrandingModule {}
