import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../core/database/transaction.js';
import { Review, REVIEW_STATUSES } from './review.entity.js';

/** A review as it is stored. */
export type ReviewRow = Omit<Review, 'tenantId'>;

/** The decision of a review, with its reason, actor and time. */
export interface ReviewDecision {
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
   * Closes the open review of a referral. The update has the status as its condition, so a review is closed once.
   * @returns the id of the review, or undefined if none is open
   */
  async close(tx: Transaction, referralId: string, decision: ReviewDecision): Promise<string | undefined> {
    const { status, at, actor, reason } = decision;
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

  /**
   * Returns true if the customer has had an invoice since the given time, not counting reversed ones. The caller must
   * hold the lock of the customer.
   */
  async invoicedSince(tx: Transaction, customerId: string, since: Date): Promise<boolean> {
    return (await tx.query(INVOICED, [tx.tenantId, customerId, since])).length > 0;
  }
}
