import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../core/database/transaction.js';
import { Review, REVIEW_STATUSES } from './review.entity.js';

/** A review as the tables keep it. */
export type ReviewRow = Omit<Review, 'tenantId'>;

/** What somebody decided about a review, when and why. */
export interface Verdict {
  readonly status: 'approved' | 'rejected';
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

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

  /** Returns a review that holds or held a referral. */
  byId(tx: Transaction, id: string): Promise<ReviewRow | undefined> {
    return tx.findOne(Review, { id, status: In(REVIEW_STATUSES) });
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
