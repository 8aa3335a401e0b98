import { Global, Module } from '@nestjs/common';
import { BulkLimiter } from './bulk-limiter.js';
import { TenantDirectoryService } from './tenant-directory.service.js';
import { TenantController } from './tenant.controller.js';
import { TenantQuery } from './tenant.query.js';
import { TenantRepository } from './tenant.repository.js';
import { TenantService } from './tenant.service.js';

/** Tenants. Global, because every room needs the tenant of a request. */
@Global()
@Module({
  controllers: [TenantController],
  providers: [TenantService, TenantDirectoryService, TenantQuery, TenantRepository, BulkLimiter],
  exports: [TenantDirectoryService, TenantService, TenantQuery, TenantRepository, BulkLimiter],
})
export class TenantModule {}
