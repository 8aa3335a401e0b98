import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { newId } from '../../common/ids.js';
import { customerNotFound } from '../customer.errors.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { KnownPeopleService } from '../known-people.service.js';
import { ErasureRepository } from './erasure.repository.js';

/**
 * Returns a unique address in a domain that never exists (RFC 2606). The customer's id is not used, because two ids may
 * differ only in case.
 */
const placeholder = (): string => `${newId('erased')}@erased.invalid`;

/** Erases the personal data of customers and keeps the history of their money. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ErasureRepository,
    private readonly people: KnownPeopleService,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases a customer. Idempotent.
   * @throws DomainError `customer_not_found`
   */
  erase(tenantId: string, id: string): Promise<void> {
    return this.unitOfWork.run(tenantId, async (tx) => {
      const customer = await this.repository.lock(tx, id);
      if (customer === undefined) throw customerNotFound();
      if (customer.erased) return;
      const at = this.clock.now();
      this.people.addErased(tx, id, customer, at);
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
