import { Global, Module } from '@nestjs/common';
import { AuditLogService } from './audit-log.service.js';
import { AuditController } from './audit.controller.js';
import { AuditQuery } from './audit.query.js';

/** The audit log. Global, because every room records its changes. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditLogService, AuditQuery],
  exports: [AuditLogService],
})
export class AuditModule {}
