import { Module } from '@nestjs/common';
import { BrandingController } from './branding.controller.js';
import { BrandingQuery } from './branding.query.js';
import { BrandingRepository } from './branding.repository.js';
import { BrandingService } from './branding.service.js';

/** The appearance of a tenant's pages. */
@Module({
  controllers: [BrandingController],
  providers: [BrandingService, BrandingQuery, BrandingRepository],
  exports: [BrandingService],
})
export class BrandingModule {}
