import { Injectable } from '@nestjs/common';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import type { AuditEntryAnswer, ListAuditRequest } from './audit.dto.js';
import { AuditQuery } from './audit.query.js';

@Injectable()
export class AuditService {
  constructor(private readonly query: AuditQuery) {}

  list(tenantId: string, request: ListAuditRequest): Promise<JsonText<Page<AuditEntryAnswer>>> {
    return this.query.page(tenantId, request);
  }
}
