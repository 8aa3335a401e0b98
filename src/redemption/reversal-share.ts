/**
 * Returns a reversal's share of a part, such as the credit of a redemption: `round(total * reversed / whole) - returned`,
 * half up, in integers. When the reversals add up to the whole, their shares add up to exactly the part.
 * Source: docs/adr/0009-reversals.md.
 * @param total the part, in the currency's smallest unit
 * @param reversed how much of the whole is reversed, including this reversal
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
