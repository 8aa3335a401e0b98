import { Injectable } from '@nestjs/common';
import type { JsonText } from '../../core/http/json-text.js';
import type { Page } from '../../core/http/page.js';
import { utc } from '../../core/database/statement.js';
import { TenantLists } from '../../core/database/tenant-lists.js';
import type { AuditEntryAnswer, ListAuditRequest } from './audit.dto.js';

const LIST = {
  name: 'audit_page',
  table: 'audit_entry',
  item: `
    json_build_object('id', page.id, 'action', page.action, 'target_id', page.target_id, 'actor', page.actor,
                      'address', page.address, 'before', page.before, 'after', page.after, 'reason', page.reason,
                      'created_at', ${utc('page.created_at')})`,
  filters: {
    action: 'action = ?',
    actor: 'actor = ?',
    target_id: 'target_id = ?',
    created_after: 'created_at >= ?::timestamptz',
    created_before: 'created_at < ?::timestamptz',
  },
};

@Injectable()
export class AuditQuery {
  constructor(private readonly lists: TenantLists) {}

  page(tenantId: string, request: ListAuditRequest): Promise<JsonText<Page<AuditEntryAnswer>>> {
    return this.lists.page(tenantId, LIST, request);
  }
}
