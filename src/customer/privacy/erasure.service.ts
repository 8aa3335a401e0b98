import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { newId } from '../../common/ids.js';
import { customerNotFound } from '../customer.errors.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { ErasedPeopleService } from './erased-people.service.js';
import { ErasureRepository } from './erasure.repository.js';

/** A domain that never exists (RFC 2606), and an id of its own: customers' ids may differ in nothing but their case. */
const placeholder = (): string => `${newId('erased')}@erased.invalid`;

/** Makes a person be forgotten, and their money be remembered. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ErasureRepository,
    private readonly people: ErasedPeopleService,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /** Does nothing to somebody who is erased already. @throws DomainError `customer_not_found` */
  erase(tenantId: string, id: string): Promise<void> {
    return this.unitOfWork.run(tenantId, async (tx) => {
      const customer = await this.repository.hold(tx, id);
      if (customer === undefined) throw customerNotFound();
      if (customer.erased) return;
      const at = this.clock.now();
      this.people.remember(tx, customer, at);
      await this.repository.erase(tx, id, placeholder(), at);
      this.audit.recordWithEvent(
        tx,
        at,
        { type: 'customer.erased', data: { customer_id: id } },
        { targetId: id },
      );
    });
  }
}
