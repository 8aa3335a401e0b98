import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../core/database/transaction.js';
import type { QualifyingInvoice } from '../../referral/referral.repository.js';
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

/**
 * Compares the total of an invoice after discounts, less refunds, with the minimum of the terms (`$4`), as `qualifies` and
 * `undoesQualification` do.
 */
const QUALIFYING_INVOICE = {
  name: 'review_qualifying_invoice',
  text: `
    select id as "redemptionId", subtotal_cents - discount_cents as "amountCents"
      from redemption
     where tenant_id = $1 and customer_id = $2 and created_at >= $3 and status <> 'reversed'
       and subtotal_cents > discount_cents
       and ($4::bigint is null
            or subtotal_cents - discount_cents
               - round((subtotal_cents - discount_cents)::numeric * refunded_cents / subtotal_cents) >= $4::bigint)
     order by created_at, id
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
   * Closes the open review of a referral. The update changes only a row with status `open`, so a review is closed once.
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
   * Returns the customer's first invoice since the given time that qualifies a referral, even after its refunds. The caller
   * must hold the lock of the customer.
   */
  async qualifyingInvoice(
    tx: Transaction,
    customerId: string,
    since: Date,
    minInvoiceCents: number | null,
  ): Promise<Omit<QualifyingInvoice, 'referralId'> | undefined> {
    const values = [tx.tenantId, customerId, since, minInvoiceCents];
    return (await tx.query<Omit<QualifyingInvoice, 'referralId'>>(QUALIFYING_INVOICE, values))[0];
  }
}
