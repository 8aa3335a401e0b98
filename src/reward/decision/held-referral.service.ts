import { Injectable } from '@nestjs/common';
import { ReviewRepository } from './review.repository.js';
import { ConfigQuery } from '../../config/config.query.js';
import type { Transaction } from '../../core/database/transaction.js';
import type { ReferralRow } from '../../referral/referral.repository.js';
import type { ChangeContext } from '../change-context.js';
import { QualificationService } from '../qualification.service.js';
import { ReversalService } from '../reversal.service.js';

/** What becomes of a referral whose review is closed. Whoever asks has locked the referee. */
@Injectable()
export class HeldReferralService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly config: ConfigQuery,
    private readonly qualification: QualificationService,
    private readonly reversals: ReversalService,
  ) {}

  /**
   * Lets it go on by its own terms, as if it had not been held: it qualifies now if its enrollment was enough, or if the
   * first invoice came meanwhile; else it waits for its invoice, or for its approval.
   * @param since when it was held
   */
  async release(tx: Transaction, referral: ReferralRow, since: Date, act: ChangeContext): Promise<void> {
    const why = await this.qualifiedBy(tx, referral, since);
    if (why !== undefined) await this.qualification.qualify(tx, referral, why, act);
  }

  /** Rejects it, and voids what it would have earned. */
  reject(tx: Transaction, referral: ReferralRow, reason: string, act: ChangeContext): Promise<void> {
    return this.reversals.endReferral(tx, referral, reason, act);
  }

  private async qualifiedBy(
    tx: Transaction,
    referral: ReferralRow,
    since: Date,
  ): Promise<string | undefined> {
    const { settings } = await this.config.ofVersion(tx, referral.termsVersion);
    switch (settings.qualifyOn) {
      case 'enrollment':
        return 'qualified by enrollment';
      case 'first_invoice': {
        const invoiced = await this.reviews.invoicedSince(tx, referral.refereeCustomerId, since);
        return invoiced ? 'qualified by an invoice that came while it was held' : undefined;
      }
      case 'manual':
        return undefined;
    }
  }
}
