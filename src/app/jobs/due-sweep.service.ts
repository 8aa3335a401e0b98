import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { SYSTEM } from '../../common/ids.js';
import { type Settled, SettlementService } from '../../reward/settlement.service.js';
import { TenantQuery } from '../../tenant/tenant.query.js';
import { DueCustomerQuery } from './due-customer.query.js';

/**
 * Books what time has brought: holds that are over, rewards and credit that have expired. Nothing waits for it: reads
 * and redemptions look at the clock themselves. It is here so that histories and events come in time.
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
   * One pass over all tenants; each customer is a transaction of its own. Who fails is logged and left for the next pass,
   * and keeps nobody waiting.
   * @param signal ends it between two customers
   * @returns for how many customers something was booked
   * @throws the first failure, after everybody else has been served
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
          const settle = (tx: Transaction): Promise<Settled> => this.settlement.open(tx, customerId, act);
          const { changed } = await this.unitOfWork.run(tenantId, settle);
          if (changed) settled += 1; // else somebody else was faster
        } catch (error) {
          failure ??= error;
          this.logger.warn({ err: error, tenantId, customerId }, 'could not book what has come due');
        }
      }
    }
    if (failure !== undefined) throw failure as Error;
    return settled;
  }
}
