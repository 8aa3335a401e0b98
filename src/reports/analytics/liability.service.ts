import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import { invalidInput } from '../../common/domain-error.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import type { LiabilityAnswer, LiabilityRequest } from './liability.dto.js';
import { LiabilityQuery } from './liability.query.js';

/** Reports the credit and discounts that a tenant owes its customers, and the movement of credit in a period. */
@Injectable()
export class LiabilityService {
  constructor(
    private readonly query: LiabilityQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the report.
   * @throws DomainError `validation_failed` for a period that ends before it starts
   */
  async report({ id, currency }: Tenant, request: LiabilityRequest): Promise<LiabilityAnswer> {
    const now = this.clock.now();
    const to = new Date(request.to ?? now);
    const from = new Date(request.from ?? Date.UTC(to.getUTCFullYear(), to.getUTCMonth()));
    if (from > to) {
      throw invalidInput({ field: 'to', code: 'empty_period', message: 'to must not be before from' });
    }
    const moments = { from: from.toISOString(), to: to.toISOString(), as_of: now.toISOString() };
    return { currency, ...moments, ...(await this.query.of(id, { from, to, now })) };
  }
}
