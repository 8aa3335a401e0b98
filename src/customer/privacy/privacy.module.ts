import { Module } from '@nestjs/common';
import { ErasedPeopleService } from './erased-people.service.js';
import { ErasedPersonRepository } from './erased-person.repository.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { ExportQuery } from './export.query.js';
import { ExportService } from './export.service.js';
import { PrivacyController } from './privacy.controller.js';

/** The export and the erasure of personal data. */
@Module({
  controllers: [PrivacyController],
  providers: [
    ExportService,
    ExportQuery,
    ErasureService,
    ErasureRepository,
    ErasedPeopleService,
    ErasedPersonRepository,
  ],
  exports: [ErasedPeopleService],
})
export class PrivacyModule {}
