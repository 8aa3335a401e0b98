import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { omitUndefined } from '../../common/omit-undefined.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { TenantRepository } from '../../tenant/tenant.repository.js';
import { RULES } from './abuse-rules.js';
import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from './abuse-rules.dto.js';
import { AbuseRulesQuery, type SettingsWithCounts } from './abuse-rules.query.js';
import { AbuseRulesRepository } from './abuse-rules.repository.js';

const COUNT_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

/** Reads and saves a tenant's abuse rules. */
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

  /** Returns the settings, and the matches of each rule in the last 30 days. */
  async get(tenantId: string, tx?: Transaction): Promise<AbuseRulesAnswer> {
    const { counts, ...settings } = await this.settingsWithCounts(tenantId, tx);
    const last_30_days = RULES.map((rule) => ({ rule, ...(counts[rule] ?? { matched: 0, held: 0 }) }));
    return { ...settings, last_30_days };
  }

  /** Saves settings for future enrollments. Earlier referrals stay held or not held. */
  save(tenantId: string, request: SaveAbuseRulesRequest, actor: string): Promise<AbuseRulesAnswer> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenantId, async (tx) => {
      this.tenants.lock(tx);
      const { counts: _, ...before } = await this.settingsWithCounts(tenantId, tx);
      const after = { ...before, ...omitUndefined(request) };
      const version = await this.rules.save(tx, after, actor, at);
      const event = { type: 'abuse_rules.updated', data: { version, ...after } } as const;
      this.audit.recordWithEvent(tx, at, event, { targetId: tenantId, before, after });
      return this.get(tenantId, tx);
    });
  }

  private settingsWithCounts(tenantId: string, tx?: Transaction): Promise<SettingsWithCounts> {
    const since = new Date(this.clock.now().getTime() - COUNT_WINDOW_MS);
    return this.query.withCounts(tenantId, since, tx);
  }
}
