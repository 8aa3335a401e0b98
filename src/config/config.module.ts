// The tenant's referral program, not @nestjs/config: the environment is read in src/common/env.ts.
import { Module } from '@nestjs/common';
import { AllowanceRepository } from './allowance.repository.js';
import { ConfigService } from './config.service.js';
import { ConfigController } from './config.controller.js';
import { ConfigQuery } from './config.query.js';
import { ConfigRepository } from './config.repository.js';

@Module({
  controllers: [ConfigController],
  providers: [ConfigService, ConfigRepository, ConfigQuery, AllowanceRepository],
  exports: [ConfigService, ConfigQuery, AllowanceRepository],
})
export class ConfigModule {}
