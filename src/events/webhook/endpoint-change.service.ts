import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { WebhookQuery } from './webhook.query.js';
import { WebhookRepository } from './webhook.repository.js';

/** Changes of endpoints, each with an entry of the audit log that says what it was and what it is. */
@Injectable()
export class EndpointChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: WebhookRepository,
    private readonly query: WebhookQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /** Does `change` behind the endpoint's lock, if there is one with that id yet. */
  make<T>(
    tenantId: string,
    id: string,
    action: AuditAction,
    change: (tx: Transaction, at: Date) => Promise<T>,
  ): Promise<T> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenantId, async (tx) => {
      await this.endpoints.lock(tx, id);
      const before = await this.query.byId(tenantId, id, tx);
      const changed = await change(tx, at);
      const after = await this.query.byId(tenantId, id, tx);
      this.audit.record(tx, at, action, { targetId: id, before, after });
      return changed;
    });
  }
}
