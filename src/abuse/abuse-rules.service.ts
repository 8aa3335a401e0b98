import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { given } from '../common/given.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from '../outbox/outbox.js';
import { RULES } from './abuse-rules.js';
import type { AbuseRulesAnswer, SaveAbuseRulesRequest } from './abuse-rules.dto.js';
import { AbuseRulesQuery } from './abuse-rules.query.js';
import { AbuseRulesRepository } from './abuse-rules.repository.js';

const COUNTED_MS = 30 * 24 * 60 * 60 * 1000;

/** A tenant's rules, and what they have found. */
@Injectable()
export class AbuseRulesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: AbuseRulesRepository,
    private readonly query: AbuseRulesQuery,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async get(tenantId: string): Promise<AbuseRulesAnswer> {
    const since = new Date(this.clock.now().getTime() - COUNTED_MS);
    const { counts, ...settings } = await this.query.counted(tenantId, since);
    const last_30_days = RULES.map((rule) => ({ rule, ...(counts[rule] ?? { matched: 0, held: 0 }) }));
    return { ...settings, last_30_days };
  }

  /** Holds for enrollments from now on; what is held stays held, and what was let through stays so. */
  async save(tenantId: string, request: SaveAbuseRulesRequest, actor: string): Promise<AbuseRulesAnswer> {
    const at = this.clock.now();
    await this.unitOfWork.run(tenantId, async (tx) => {
      const saved = await this.rules.save(tx, given(request), actor, at);
      this.outbox.append(tx, at, { type: 'abuse_rules.updated', data: { ...saved } });
    });
    return this.get(tenantId);
  }
}
