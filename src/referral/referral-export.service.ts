import { Injectable, Logger, type StreamableFile } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { csvHeader, csvLine } from '../common/csv.js';
import { csvFile } from '../core/http/csv-body.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { REFERRAL_COLUMNS, referralCells } from './referral-csv.js';
import type { ExportReferralsRequest, ReferralAnswer } from './referral.dto.js';
import { ReferralQuery } from './referral.query.js';

/** Exports the list of referrals as CSV. */
@Injectable()
export class ReferralExportService {
  private readonly logger = new Logger(ReferralExportService.name);

  constructor(
    private readonly query: ReferralQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the CSV file as a stream. Reads the first page before the response begins, so that an early failure is answered
   * with a problem, like any other failure.
   * @throws DomainError `database_unavailable`
   */
  async export(tenant: Tenant, request: ExportReferralsRequest): Promise<StreamableFile> {
    const pages = this.query.pages(tenant, request);
    const first = await pages.next();
    const day = this.clock.now().toISOString().slice(0, 10);
    return csvFile(`referrals-${day}.csv`, this.lines(first.value ?? [], pages));
  }

  private async *lines(
    first: readonly ReferralAnswer[],
    others: AsyncIterable<ReferralAnswer[]>,
  ): AsyncGenerator<string, void> {
    yield csvHeader(REFERRAL_COLUMNS) + linesOf(first);
    try {
      for await (const page of others) yield linesOf(page);
    } catch (error) {
      this.logger.error({ err: error }, 'an export was aborted');
      throw error;
    }
  }
}

const linesOf = (page: readonly ReferralAnswer[]): string =>
  page.map((referral) => csvLine(referralCells(referral))).join('');
