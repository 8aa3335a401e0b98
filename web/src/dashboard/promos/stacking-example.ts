import type { Value } from '../../ui/value-words.js';

/** A discount in the example. */
export interface ExampleDiscount extends Value {
  readonly source: 'promo' | 'referral';
}

/** What a discount took off. In the currency's smallest unit. */
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
 * Discounts on an invoice, as the service takes them off: percentages before amounts before credit, the promo's before the
 * referral's, each on what the one before left, never below zero, half a cent rounded up.
 * @param subtotalCents in the currency's smallest unit
 * @param digits of the currency after the point
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
