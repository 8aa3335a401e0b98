import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SYSTEM } from '../reward/act.js';
import { Settlement } from '../reward/settlement.service.js';
import { TenantQuery } from '../tenant/tenant.query.js';
import { DueCustomerQuery } from './due-customer.query.js';

/**
 * Books what time has brought: holds that are over, rewards and credit that have expired. Nothing waits for it: reads
 * and redemptions look at the clock themselves. It is here so that histories and events come in time.
 */
@Injectable()
export class DueSweep {
  constructor(
    private readonly tenants: TenantQuery,
    private readonly due: DueCustomerQuery,
    private readonly unitOfWork: UnitOfWork,
    private readonly settlement: Settlement,
    private readonly clock: Clock,
  ) {}

  /**
   * One pass over all tenants; each customer is a transaction of its own.
   * @param signal ends it between two customers
   * @returns for how many customers something was booked
   * @throws the first failure, after everybody else has been served
   */
  async run(signal?: AbortSignal): Promise<number> {
    const at = this.clock.now();
    const failures: unknown[] = [];
    let settled = 0;
    for await (const { id, currency } of this.tenants.all()) {
      const act = { actor: SYSTEM, at, currency };
      for await (const customerId of this.due.at(id, at)) {
        if (signal?.aborted) return settled;
        try {
          const { changed } = await this.unitOfWork.run(id, (tx) =>
            this.settlement.open(tx, customerId, act),
          );
          if (changed) settled += 1; // else somebody else was faster
        } catch (error) {
          failures.push(error);
        }
      }
    }
    if (failures.length > 0) throw failures[0] as Error;
    return settled;
  }
}
