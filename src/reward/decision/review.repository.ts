import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { Review } from './review.entity.js';

/** A review as the tables keep it. */
export type ReviewRow = Omit<Review, 'tenantId'>;

/** What somebody decided about a review, when and why. */
export interface Verdict {
  readonly status: 'approved' | 'rejected';
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

const BY_ID = {
  name: 'review_row_by_id',
  text: `
    select referral_id as "referralId", created_at as "createdAt" from review
     where tenant_id = $1 and id = $2 and status <> 'observed'`,
};

const CLOSE = {
  name: 'review_close',
  text: `
    update review set status = $3, decided_at = $4, decided_by = $5, reason = $6
     where tenant_id = $1 and referral_id = $2 and status = 'open'
    returning id`,
};

const INVOICED = {
  name: 'review_invoiced',
  text: `
    select id from redemption
     where tenant_id = $1 and customer_id = $2 and created_at >= $3 and subtotal_cents > 0 and status <> 'reversed'
     limit 1`,
};

@Injectable()
export class ReviewRepository {
  insert(tx: Transaction, review: ReviewRow): void {
    tx.insert(Review, review);
  }

  /** One that holds or held a referral. */
  async byId(tx: Transaction, id: string): Promise<Pick<ReviewRow, 'referralId' | 'createdAt'> | undefined> {
    return (await tx.query<ReviewRow>(BY_ID, [tx.tenantId, id]))[0];
  }

  /**
   * Closes the review of a referral, once: that it is open is a condition of the update.
   * @returns its id, or undefined when none is open
   */
  async close(tx: Transaction, referralId: string, verdict: Verdict): Promise<string | undefined> {
    const { status, at, actor, reason } = verdict;
    const closed = await tx.query<{ id: string }>(CLOSE, [
      tx.tenantId,
      referralId,
      status,
      at,
      actor,
      reason,
    ]);
    return closed[0]?.id;
  }

  /** Whether a customer has had an invoice since, one that stands. Whoever asks has locked the customer. */
  async invoicedSince(tx: Transaction, customerId: string, since: Date): Promise<boolean> {
    return (await tx.query(INVOICED, [tx.tenantId, customerId, since])).length > 0;
  }
}
