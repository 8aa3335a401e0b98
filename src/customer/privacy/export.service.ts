import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { customerNotFound } from '../customer.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { smallestUnit } from '../../tenant/value-units.js';
import { ExportQuery } from './export.query.js';
import type { CustomerExportAnswer } from './privacy.dto.js';
import { shortName } from '../short-name.js';

/** Tells a person, by way of the business, what is kept on them. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: ExportQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /** Nobody takes a copy without an entry in the audit log. @throws DomainError `customer_not_found` */
  export({ id: tenantId, currency }: Tenant, id: string): Promise<CustomerExportAnswer> {
    return this.unitOfWork.run(tenantId, (tx) => this.copyOf(tx, id, currency), 'bulk');
  }

  private async copyOf(tx: Transaction, id: string, currency: string): Promise<CustomerExportAnswer> {
    const kept = await this.query.read(tx, id, smallestUnit(currency));
    if (kept === undefined) throw customerNotFound();
    const at = this.clock.now();
    this.audit.record(tx, at, 'customer.exported', { targetId: id });
    return {
      exported_at: at.toISOString(),
      ...kept,
      referrals_as_referrer: othersShortened(kept.referrals_as_referrer, 'referee'),
      referrals_as_referee: othersShortened(kept.referrals_as_referee, 'referrer'),
    };
  }
}

/** A referral as one of its two sides may see it. */
type Named<Other extends string> = Readonly<Record<`${Other}_name`, string>>;

/** With the other side's name as others may see it: it is somebody else's. */
export const othersShortened = <Other extends 'referrer' | 'referee', R extends Named<Other>>(
  referrals: readonly R[],
  other: Other,
): R[] =>
  referrals.map((referral) => ({ ...referral, [`${other}_name`]: shortName(referral[`${other}_name`]) }));
