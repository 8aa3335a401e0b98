import type { Value } from '../../ui/value-words.js';

/** A discount in the example. */
export interface ExampleDiscount extends Value {
  readonly source: 'promo' | 'referral';
}

/** A discount and the amount it took off, in the currency's smallest unit. */
export interface ExampleLine extends ExampleDiscount {
  readonly amountCents: number;
}

export interface Example {
  readonly lines: readonly ExampleLine[];
  readonly totalCents: number;
}

const KIND_ORDER = { discount_percent: 0, discount_fixed: 1, credit: 2 };
const SOURCE_ORDER = { promo: 0, referral: 1 };

/**
 * Applies discounts to an invoice as the service does: percentages, then amounts, then credit; the promo's before the
 * referral's; each to the remainder of the one before, never below zero, half a cent rounded up.
 * @param subtotalCents in the currency's smallest unit
 * @param digits the currency's decimals
 */
export function stackingExample(
  subtotalCents: number,
  discounts: readonly ExampleDiscount[],
  digits: number,
): Example {
  let totalCents = subtotalCents;
  const inOrder = [...discounts].sort(
    (a, b) => KIND_ORDER[a.type] - KIND_ORDER[b.type] || SOURCE_ORDER[a.source] - SOURCE_ORDER[b.source],
  );
  const lines = inOrder.map((discount) => {
    const amountCents = Math.min(totalCents, fullCents(discount, totalCents, digits));
    totalCents -= amountCents;
    return { ...discount, amountCents };
  });
  return { lines, totalCents };
}

function fullCents({ type, value }: Value, baseCents: number, digits: number): number {
  if (type !== 'discount_percent') return Math.round(value * 10 ** digits);
  return Math.floor((baseCents * Math.round(value * 100) + 5000) / 10_000);
}
