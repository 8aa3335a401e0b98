import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditLog } from './audit-log.service.js';
import { AuditController } from './audit.controller.js';
import { AuditQuery } from './audit.query.js';
import { AuditService } from './audit.service.js';
import { OriginInterceptor } from './origin.interceptor.js';

/** Who changed what. Global, because every room that somebody may change tells it. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditLog, AuditService, AuditQuery, { provide: APP_INTERCEPTOR, useClass: OriginInterceptor }],
  exports: [AuditLog],
})
export class AuditModule {}
