import { Global, Module } from '@nestjs/common';
import { AuditLogService } from './audit-log.service.js';
import { AuditController } from './audit.controller.js';
import { AuditQuery } from './audit.query.js';

/** Who changed what. Global, because every room that somebody may change tells it. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditLogService, AuditQuery],
  exports: [AuditLogService],
})
export class AuditModule {}
