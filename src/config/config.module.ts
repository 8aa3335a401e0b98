import { Module } from '@nestjs/common';
import { ConfigHistoryService } from './config-history.service.js';
import { ConfigController } from './config.controller.js';
import { ConfigQuery } from './config.query.js';
import { ConfigRepository } from './config.repository.js';
import { ConfigService } from './config.service.js';

/** A tenant's referral program. */
@Module({
  controllers: [ConfigController],
  providers: [ConfigService, ConfigHistoryService, ConfigRepository, ConfigQuery],
  exports: [ConfigService, ConfigQuery],
})
export class ConfigModule {}
