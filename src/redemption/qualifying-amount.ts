import { reversalShare } from './reversal-share.js';

/** The terms that decide which invoices qualify a referral. */
interface QualifyingTerms {
  /** Null means anything above 0. */
  readonly minInvoiceCents: number | null;
}

/** An invoice's amount before discounts, and the refunded part of it. */
interface RefundedInvoice {
  readonly subtotalCents: number;
  readonly refundedCents: number;
}

/**
 * Returns true if a refund leaves too little of the invoice that qualified a referral: nothing, or less than the minimum.
 * Without a minimum, the invoice qualifies as long as some of it is left.
 * @param qualifiedCents the total of the invoice, after discounts, when it qualified the referral
 */
export function undoesQualification(
  qualifiedCents: number,
  { subtotalCents, refundedCents }: RefundedInvoice,
  { minInvoiceCents }: QualifyingTerms,
): boolean {
  if (refundedCents === subtotalCents) return true;
  const left = qualifiedCents - reversalShare(qualifiedCents, refundedCents, subtotalCents, 0);
  return minInvoiceCents !== null && left < minInvoiceCents;
}
