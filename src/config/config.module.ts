import { Module } from '@nestjs/common';
import { ConfigService } from './config.service.js';
import { ConfigController } from './config.controller.js';
import { ConfigQuery } from './config.query.js';
import { ConfigRepository } from './config.repository.js';

/** The referral program of a tenant. */
@Module({
  controllers: [ConfigController],
  providers: [ConfigService, ConfigRepository, ConfigQuery],
  exports: [ConfigService, ConfigQuery],
})
export class ConfigModule {}
