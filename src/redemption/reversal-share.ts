/**
 * What a reversal gives back of a part: `round(total * reversed / whole) - already`, half up, in integers, so that what
 * all reversals give back adds up to the part exactly when they add up to the whole.
 * Source: docs/adr/0009-reversals.md.
 * @param total the part, in the currency's smallest unit
 * @param reversed how much of the whole is reversed by now, this reversal included
 * @param whole what was applied; 0 only when nothing was
 * @param already what earlier reversals gave back of the part
 */
export function reversalShare(total: number, reversed: number, whole: number, already: number): number {
  if (whole === 0) return 0;
  const twice = 2n * BigInt(total) * BigInt(reversed) + BigInt(whole);
  return Number(twice / (2n * BigInt(whole))) - already;
}

/** Credit that an invoice took from a lot, and what has been given back of it. */
interface Captured {
  readonly amountCents: number;
  readonly restoredCents: number;
}

/**
 * Spreads an amount over what was taken from lots, the last one first: it is the one that the customer can use longest.
 * @returns how much each gets back, in the order given
 */
export function spreadFromLast(captured: readonly Captured[], amountCents: number): number[] {
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
