import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer.module.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { ExportQuery } from './export.query.js';
import { ExportService } from './export.service.js';
import { PrivacyController } from './privacy.controller.js';

/** The export and the erasure of personal data. */
@Module({
  imports: [CustomerModule],
  controllers: [PrivacyController],
  providers: [ExportService, ExportQuery, ErasureService, ErasureRepository],
})
export class PrivacyModule {}
