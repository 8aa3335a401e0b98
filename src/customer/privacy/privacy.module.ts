import { Module } from '@nestjs/common';
import { ErasedPeopleService } from './erased-people.service.js';
import { ErasedPersonRepository } from './erased-person.repository.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';
import { ExportQuery } from './export.query.js';
import { ExportService } from './export.service.js';
import { PrivacyController } from './privacy.controller.js';

/** What a person may ask for: all that is kept on them, and to be forgotten. */
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
