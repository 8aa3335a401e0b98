import { Module } from '@nestjs/common';
import { LiabilityController } from './liability.controller.js';
import { LiabilityQuery } from './liability.query.js';
import { LiabilityService } from './liability.service.js';

/** Reports. Reads, and writes nothing. */
@Module({
  controllers: [LiabilityController],
  providers: [LiabilityService, LiabilityQuery],
})
export class AnalyticsModule {}
