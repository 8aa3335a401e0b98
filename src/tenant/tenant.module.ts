import { Global, Module } from '@nestjs/common';
import { TenantDirectory } from './tenant-directory.js';
import { TenantController } from './tenant.controller.js';
import { TenantQuery } from './tenant.query.js';
import { TenantRepository } from './tenant.repository.js';
import { TenantService } from './tenant.service.js';

/** The businesses on the platform. Global, because every room needs to know whose rows it touches. */
@Global()
@Module({
  controllers: [TenantController],
  providers: [TenantService, TenantDirectory, TenantQuery, TenantRepository],
  exports: [TenantDirectory, TenantService, TenantQuery],
})
export class TenantModule {}
