import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { SYSTEM } from '../../common/ids.js';
import { type SettledAccount, SettlementService } from '../../reward/settlement.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { DueCustomerQuery } from './due-customer.query.js';

/**
 * Books changes that are due: holds that have ended, and rewards and credit that have expired. Reads and redemptions check
 * the time themselves and don't wait for the sweep, which only brings timelines and events up to date.
 */
@Injectable()
export class DueSweepService {
  private readonly logger = new Logger(DueSweepService.name);

  constructor(
    private readonly tenants: TenantQuery,
    private readonly due: DueCustomerQuery,
    private readonly unitOfWork: UnitOfWork,
    private readonly settlement: SettlementService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sweeps all tenants once, with one transaction for each customer. A failure is logged, left for the next sweep, and does
   * not stop the sweep of the other customers.
   * @param signal ends the sweep between two customers
   * @returns the number of customers whose due changes were booked
   * @throws the first failure, after all other customers
   */
  async run(signal?: AbortSignal): Promise<number> {
    const at = this.clock.now();
    let settled = 0;
    let failure: unknown;
    for await (const { id: tenantId, currency } of this.tenants.all()) {
      const act = { actor: SYSTEM, at, currency };
      for await (const customerId of this.due.at(tenantId, at)) {
        if (signal?.aborted) return settled;
        try {
          const settle = (tx: Transaction): Promise<SettledAccount> =>
            this.settlement.open(tx, customerId, act);
          const { changed } = await this.unitOfWork.run(tenantId, settle);
          if (changed) settled += 1; // otherwise another process was faster
        } catch (error) {
          failure ??= error;
          this.logger.warn({ err: error, tenantId, customerId }, 'failed to book due rewards');
        }
      }
    }
    if (failure !== undefined) throw failure as Error;
    return settled;
  }
}
