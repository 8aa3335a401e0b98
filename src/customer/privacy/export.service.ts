import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import type { Language } from '../../common/language.js';
import { Clock } from '../../core/clock.js';
import { customerNotFound } from '../customer.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { smallestUnit } from '../../tenant/value-units.js';
import { ExportQuery, type RawExport } from './export.query.js';
import type { CustomerExportAnswer, ExportedTimelineLine } from './privacy.dto.js';
import { shortName } from '../short-name.js';
import { withSentence } from '../timeline-sentence.js';

/** Tells a person, by way of the business, what is kept on them. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: ExportQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Nobody takes a copy without an entry in the audit log.
   * @param language of the sentences in the timelines
   * @throws DomainError `customer_not_found`
   */
  export({ id: tenantId, currency }: Tenant, id: string, language: Language): Promise<CustomerExportAnswer> {
    return this.unitOfWork.run(tenantId, (tx) => this.copyOf(tx, id, { currency, language }), 'bulk');
  }

  private async copyOf(tx: Transaction, id: string, reading: Reading): Promise<CustomerExportAnswer> {
    const kept = await this.query.read(tx, id, smallestUnit(reading.currency));
    if (kept === undefined) throw customerNotFound();
    const at = this.clock.now();
    this.audit.record(tx, at, 'customer.exported', { targetId: id });
    return {
      exported_at: at.toISOString(),
      ...kept,
      referrals_as_referrer: kept.referrals_as_referrer.map((referral) => ({
        ...referral,
        ...told(referral, reading),
        referee_name: shortName(referral.referee_name),
      })),
      referrals_as_referee: kept.referrals_as_referee.map((referral) => ({
        ...referral,
        ...told(referral, reading),
        referrer_name: shortName(referral.referrer_name),
      })),
    };
  }
}

/** In which currency and language a timeline is told. */
interface Reading {
  readonly currency: string;
  readonly language: Language;
}

const told = (
  { timeline }: Pick<RawExport['referrals_as_referrer'][number], 'timeline'>,
  { currency, language }: Reading,
): { timeline: ExportedTimelineLine[] } => ({
  timeline: timeline.map((line) => withSentence(line, currency, language)),
});
