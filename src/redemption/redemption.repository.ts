import { Injectable } from '@nestjs/common';
import type { Transaction } from '../core/database/transaction.js';
import type { DiscountValue } from '../tenant/value.js';
import { Redemption, RedemptionLine, RedemptionReversal } from './redemption.entity.js';
import { invoiceAlreadyRedeemed } from './redemption.errors.js';
import type { ReversibleLine } from './reversal-share.js';

/** A redemption as it is stored. */
export type RedemptionState = Pick<
  Redemption,
  | 'id'
  | 'customerId'
  | 'invoiceId'
  | 'currency'
  | 'status'
  | 'subtotalCents'
  | 'discountCents'
  | 'creditCents'
  | 'reversedCents'
  | 'restoredCreditCents'
  | 'refundedCents'
>;

const STATE = `
  id, customer_id as "customerId", invoice_id as "invoiceId", currency, status, subtotal_cents as "subtotalCents",
  discount_cents as "discountCents", credit_cents as "creditCents", reversed_cents as "reversedCents",
  restored_credit_cents as "restoredCreditCents", refunded_cents as "refundedCents"`;

const OF_INVOICE = {
  name: 'redemption_of_invoice',
  text: `select ${STATE} from redemption where tenant_id = $1 and invoice_id = $2`,
};

const STATE_BY_ID = {
  name: 'redemption_state_by_id',
  text: `select ${STATE} from redemption where tenant_id = $1 and id = $2`,
};

/** The discount of the promo that a customer enrolled with, if no invoice has used it. */
export type UnusedPromo = DiscountValue & {
  readonly id: string;
  readonly combinable: boolean;
};

const UNUSED_PROMO = {
  name: 'redemption_unused_promo',
  text: `
    select promo_id as id, promo_discount_type as type, promo_discount_units as units, promo_combinable as combinable
      from enrollment
     where tenant_id = $1 and customer_id = $2 and promo_discount_units > 0 and promo_redemption_id is null`,
};

const USE_PROMO = {
  name: 'redemption_use_promo',
  text: `
    update enrollment set promo_redemption_id = $3
     where tenant_id = $1 and customer_id = $2 and promo_redemption_id is null`,
};

const RETURN_PROMO = {
  name: 'redemption_return_promo',
  text: `
    update enrollment set promo_redemption_id = null
     where tenant_id = $1 and customer_id = $2 and promo_redemption_id = $3`,
};

/** A line of a redemption, and the credit that reversals returned for it. */
export interface RecordedLine extends ReversibleLine {
  readonly position: number;
  /** The lot that credit was taken from; null for a discount. */
  readonly lotId: string | null;
}

const LINES = {
  name: 'redemption_lines',
  text: `
    select position, source, lot_id as "lotId", amount_cents as "amountCents", restored_cents as "restoredCents"
      from redemption_line
     where tenant_id = $1 and redemption_id = $2
     order by position`,
};

/**
 * Adds the difference instead of storing a sum, so that even after a stale read the CHECK never lets a line return more
 * than it took.
 */
const RESTORE_LINE = {
  name: 'redemption_restore_line',
  text: `
    update redemption_line set restored_cents = restored_cents + $4
     where tenant_id = $1 and redemption_id = $2 and position = $3`,
};

const ADD_REVERSED = {
  name: 'redemption_add_reversed',
  text: `
    update redemption
       set status = $3, reversed_cents = reversed_cents + $4, restored_credit_cents = restored_credit_cents + $5,
           refunded_cents = refunded_cents + $6
     where tenant_id = $1 and id = $2`,
};

/** Reads and writes redemptions. A caller that writes must hold the lock of the customer (`LedgerRepository.open`). */
@Injectable()
export class RedemptionRepository {
  /**
   * Inserts a redemption. The unique key fails the transaction with `invoice_already_redeemed` if the invoice was
   * redeemed for another customer first.
   */
  insert(
    tx: Transaction,
    redemption: Omit<Redemption, 'tenantId'>,
    lines: readonly Omit<RedemptionLine, 'tenantId'>[],
  ): void {
    tx.insert(Redemption, redemption, { redemption_invoice_key: invoiceAlreadyRedeemed });
    tx.insert(RedemptionLine, lines);
  }

  async ofInvoice(tx: Transaction, invoiceId: string): Promise<RedemptionState | undefined> {
    return (await tx.query<RedemptionState>(OF_INVOICE, [tx.tenantId, invoiceId]))[0];
  }

  async stateById(tx: Transaction, id: string): Promise<RedemptionState | undefined> {
    return (await tx.query<RedemptionState>(STATE_BY_ID, [tx.tenantId, id]))[0];
  }

  async unusedPromo(tx: Transaction, customerId: string): Promise<UnusedPromo | undefined> {
    return (await tx.query<UnusedPromo>(UNUSED_PROMO, [tx.tenantId, customerId]))[0];
  }

  usePromo(tx: Transaction, customerId: string, redemptionId: string): void {
    tx.queue(USE_PROMO, [tx.tenantId, customerId, redemptionId]);
  }

  returnPromo(tx: Transaction, customerId: string, redemptionId: string): void {
    tx.queue(RETURN_PROMO, [tx.tenantId, customerId, redemptionId]);
  }

  /** Returns the lines of a redemption in their order. */
  lines(tx: Transaction, id: string): Promise<RecordedLine[]> {
    return tx.query<RecordedLine>(LINES, [tx.tenantId, id]);
  }

  /** Records a reversal, and the credit returned for each line. */
  reverse(
    tx: Transaction,
    status: Redemption['status'],
    reversal: Omit<RedemptionReversal, 'tenantId'>,
    restored: readonly { readonly position: number; readonly cents: number }[],
  ): void {
    const { redemptionId, amountCents, creditCents, refundedCents } = reversal;
    tx.insert(RedemptionReversal, reversal);
    const amounts = [amountCents, creditCents, refundedCents];
    tx.queue(ADD_REVERSED, [tx.tenantId, redemptionId, status, ...amounts]);
    for (const { position, cents } of restored) {
      tx.queue(RESTORE_LINE, [tx.tenantId, redemptionId, position, cents]);
    }
  }
}
