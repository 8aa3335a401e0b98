/**
 * Returns a reversal's share of a part, such as the credit of a redemption: `round(total * reversed / whole) - returned`,
 * half up, in integers. When the reversals add up to the whole, their shares add up to exactly the part.
 * Source: docs/adr/0009-reversals.md.
 * @param total the part, in the currency's smallest unit
 * @param reversed the reversed part of the whole, including this reversal
 * @param whole the applied amount; may be 0
 * @param returned the shares of earlier reversals
 */
export function reversalShare(total: number, reversed: number, whole: number, returned: number): number {
  if (whole === 0) return 0;
  const twice = 2n * BigInt(total) * BigInt(reversed) + BigInt(whole);
  return Number(twice / (2n * BigInt(whole))) - returned;
}

/** The credit that an invoice took from a lot, and the part of it that was returned. */
interface CapturedCredit {
  readonly amountCents: number;
  readonly restoredCents: number;
}

/**
 * Divides returned credit among the lots it was taken from. The last lot comes first, because the customer can use it
 * longest.
 * @returns the amount for each lot, in the order of the input
 */
export function spreadFromLast(captured: readonly CapturedCredit[], amountCents: number): number[] {
  let left = amountCents;
  return captured
    .toReversed()
    .map(({ amountCents: taken, restoredCents }) => {
      const back = Math.min(left, taken - restoredCents);
      left -= back;
      return back;
    })
    .toReversed();
}

/** The amounts of a redemption, and those that reversals have taken back so far. */
export interface ReversibleAmounts {
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly creditCents: number;
  /** Of discounts and credit together. */
  readonly reversedCents: number;
  readonly restoredCreditCents: number;
  /** Of the subtotal. */
  readonly refundedCents: number;
}

/** One line of a redemption. */
export interface ReversibleLine extends CapturedCredit {
  readonly source: 'promo' | 'referral' | 'credit';
}

/** The amounts that one reversal takes back. */
export interface ReversalShares {
  /** Of discounts and credit together. */
  readonly amountCents: number;
  /** Of the invoice's amount before discounts. */
  readonly refundedCents: number;
  /** The credit to return for each line; 0 for a discount. */
  readonly credit: readonly number[];
}

const isCredit = ({ source }: ReversibleLine): boolean => source === 'credit';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const clamp = (least: number, amount: number, most: number): number =>
  Math.max(least, Math.min(amount, most));

/** Returns the discounts and the credit that are left to reverse. */
const leftOf = (redemption: ReversibleAmounts): { discount: number; credit: number } => {
  const { discountCents, creditCents, reversedCents, restoredCreditCents } = redemption;
  return {
    discount: discountCents - (reversedCents - restoredCreditCents),
    credit: creditCents - restoredCreditCents,
  };
};

/** Returns everything that is left to reverse. */
export function shareOfRest(redemption: ReversibleAmounts, lines: readonly ReversibleLine[]): ReversalShares {
  const { subtotalCents, discountCents, creditCents, reversedCents, refundedCents } = redemption;
  return {
    amountCents: discountCents + creditCents - reversedCents,
    refundedCents: subtotalCents - refundedCents,
    credit: lines.map((line) => (isCredit(line) ? line.amountCents - line.restoredCents : 0)),
  };
}

/**
 * Returns the shares of a reversal that is given as an amount of discounts and credit. The refunded part of the invoice is
 * calculated from that amount, in proportion.
 * @param amountCents not more than is left
 */
export function shareOfAmount(
  redemption: ReversibleAmounts,
  lines: readonly ReversibleLine[],
  amountCents: number,
): ReversalShares {
  const { subtotalCents, discountCents, creditCents, restoredCreditCents, refundedCents } = redemption;
  const applied = discountCents + creditCents;
  const reversed = redemption.reversedCents + amountCents;
  if (reversed === applied) return shareOfRest(redemption, lines);
  const left = leftOf(redemption);
  const share = reversalShare(creditCents, reversed, applied, restoredCreditCents);
  // Earlier refunds were rounded line by line, and can be off by a cent for each line. The rest must still add up.
  const credit = clamp(Math.max(0, amountCents - left.discount), share, Math.min(amountCents, left.credit));
  const captured = lines.map((line) =>
    isCredit(line) ? line : { ...line, restoredCents: line.amountCents },
  );
  return {
    amountCents,
    refundedCents: Math.max(0, reversalShare(subtotalCents, reversed, applied, refundedCents)),
    credit: spreadFromLast(captured, credit),
  };
}

/**
 * Returns the shares of a reversal that is given as the refunded part of the invoice. The same fraction of each line is
 * reversed, rounded, less the amount that earlier reversals returned.
 * @param refundedCents a part of the invoice's amount before discounts; not more than is left
 */
export function shareOfRefund(
  redemption: ReversibleAmounts,
  lines: readonly ReversibleLine[],
  refundedCents: number,
): ReversalShares {
  const { subtotalCents, refundedCents: before } = redemption;
  const refunded = before + refundedCents;
  if (refunded === subtotalCents) return shareOfRest(redemption, lines);
  const credit = lines.map((line) =>
    isCredit(line)
      ? Math.max(0, reversalShare(line.amountCents, refunded, subtotalCents, line.restoredCents))
      : 0,
  );
  const discounts = lines.map(({ source, amountCents }) => {
    if (source === 'credit') return 0;
    return reversalShare(
      amountCents,
      refunded,
      subtotalCents,
      reversalShare(amountCents, before, subtotalCents, 0),
    );
  });
  const discount = Math.min(sum(discounts), leftOf(redemption).discount);
  return { amountCents: discount + sum(credit), refundedCents, credit };
}
