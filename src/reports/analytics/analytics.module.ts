import { Module } from '@nestjs/common';
import { LiabilityController } from './liability.controller.js';
import { LiabilityQuery } from './liability.query.js';
import { LiabilityService } from './liability.service.js';
import { SummaryController } from './summary.controller.js';
import { SummaryQuery } from './summary.query.js';
import { SummaryService } from './summary.service.js';

/** Reports. Read only. */
@Module({
  controllers: [LiabilityController, SummaryController],
  providers: [LiabilityService, LiabilityQuery, SummaryService, SummaryQuery],
})
export class AnalyticsModule {}
