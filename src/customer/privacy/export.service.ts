import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../../tenant/audit/audit-log.service.js';
import type { Language } from '../../common/language.js';
import { Clock } from '../../core/clock.js';
import { customerNotFound } from '../customer.errors.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import type { Tenant } from '../../tenant/tenant.entity.js';
import { smallestUnit } from '../../tenant/value.js';
import { ExportQuery, type RawExport } from './export.query.js';
import type { CustomerExportAnswer, ExportedTimelineLine } from './privacy.dto.js';
import { shortName } from '../short-name.js';
import { withSentence } from '../timeline-sentence.js';

/** Exports all data stored about a customer. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly query: ExportQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the data and records the export in the audit log.
   * @param language the language of the sentences in the timelines
   * @throws DomainError `customer_not_found`
   */
  export({ id: tenantId, currency }: Tenant, id: string, language: Language): Promise<CustomerExportAnswer> {
    return this.unitOfWork.run(tenantId, (tx) => this.read(tx, id, { currency, language }), 'bulk');
  }

  private async read(tx: Transaction, id: string, format: TimelineFormat): Promise<CustomerExportAnswer> {
    const stored = await this.query.read(tx, id, smallestUnit(format.currency));
    if (stored === undefined) throw customerNotFound();
    const at = this.clock.now();
    this.audit.record(tx, at, 'customer.exported', { targetId: id });
    return {
      exported_at: at.toISOString(),
      ...stored,
      referrals_as_referrer: stored.referrals_as_referrer.map((referral) => ({
        ...referral,
        ...withSentences(referral, format),
        referee_name: shortName(referral.referee_name),
      })),
      referrals_as_referee: stored.referrals_as_referee.map((referral) => ({
        ...referral,
        ...withSentences(referral, format),
        referrer_name: shortName(referral.referrer_name),
      })),
    };
  }
}

/** The currency and language of the sentences in a timeline. */
interface TimelineFormat {
  readonly currency: string;
  readonly language: Language;
}

const withSentences = (
  { timeline }: Pick<RawExport['referrals_as_referrer'][number], 'timeline'>,
  { currency, language }: TimelineFormat,
): { timeline: ExportedTimelineLine[] } => ({
  timeline: timeline.map((line) => withSentence(line, currency, language)),
});
