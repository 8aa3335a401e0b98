import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { omitUndefined } from '../../common/omit-undefined.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { TenantRepository } from '../../tenant/tenant.repository.js';
import { RULES } from './abuse-rules.js';
import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from './abuse-rules.dto.js';
import { AbuseRulesQuery, type CountedSettings } from './abuse-rules.query.js';
import { AbuseRulesRepository } from './abuse-rules.repository.js';

const COUNTED_MS = 30 * 24 * 60 * 60 * 1000;

/** A tenant's rules, and what they have found. */
@Injectable()
export class AbuseRulesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tenants: TenantRepository,
    private readonly rules: AbuseRulesRepository,
    private readonly query: AbuseRulesQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  async get(tenantId: string, tx?: Transaction): Promise<AbuseRulesAnswer> {
    const { counts, ...settings } = await this.counted(tenantId, tx);
    const last_30_days = RULES.map((rule) => ({ rule, ...(counts[rule] ?? { matched: 0, held: 0 }) }));
    return { ...settings, last_30_days };
  }

  /** Holds for enrollments from now on; what is held stays held, and what was let through stays so. */
  save(tenantId: string, request: SaveAbuseRulesRequest, actor: string): Promise<AbuseRulesAnswer> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenantId, async (tx) => {
      this.tenants.lock(tx);
      const { counts: _, ...before } = await this.counted(tenantId, tx);
      const after = { ...before, ...omitUndefined(request) };
      const version = await this.rules.save(tx, after, actor, at);
      const event = { type: 'abuse_rules.updated', data: { version, ...after } } as const;
      this.audit.recordWithEvent(tx, at, event, { targetId: tenantId, before, after });
      return this.get(tenantId, tx);
    });
  }

  private counted(tenantId: string, tx?: Transaction): Promise<CountedSettings> {
    const since = new Date(this.clock.now().getTime() - COUNTED_MS);
    return this.query.counted(tenantId, since, tx);
  }
}
