import { percentOf } from '../common/money.js';
import type { ValueType } from '../tenant/value-units.js';

type DiscountSource = 'promo' | 'referral';

/** Something that lowers a price. */
export interface Discount {
  readonly source: DiscountSource;
  readonly type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit. */
  readonly units: number;
}

/** One step down: what stood before it, what it took, what is left. In the currency's smallest unit. */
interface WaterfallLine extends Discount {
  readonly baseCents: number;
  readonly amountCents: number;
  readonly runningTotalCents: number;
}

export interface Waterfall {
  readonly subtotalCents: number;
  readonly lines: readonly WaterfallLine[];
  readonly totalCents: number;
}

const KIND_ORDER: Readonly<Record<ValueType, number>> = { discount_percent: 0, discount_fixed: 1, credit: 2 };
const SOURCE_ORDER: Readonly<Record<DiscountSource, number>> = { promo: 0, referral: 1 };

const byOrder = (a: Discount, b: Discount): number =>
  KIND_ORDER[a.type] - KIND_ORDER[b.type] ||
  SOURCE_ORDER[a.source] - SOURCE_ORDER[b.source] ||
  b.units - a.units;

/**
 * What a price becomes: percent before fixed before credit, within a kind promo before referral, each on what the one
 * before left, never below zero. A discount that would save nothing has no line. The order given does not matter.
 * Source: docs/adr/0003-stacking-order.md.
 * @param subtotalCents an integer from 0 to 10^12
 */
export function waterfall(subtotalCents: number, discounts: readonly Discount[]): Waterfall {
  const lines: WaterfallLine[] = [];
  let total = subtotalCents;
  for (const discount of discounts.toSorted(byOrder)) {
    const full = discount.type === 'discount_percent' ? percentOf(total, discount.units) : discount.units;
    const amount = Math.min(full, total);
    if (amount === 0) continue;
    lines.push({ ...discount, baseCents: total, amountCents: amount, runningTotalCents: total - amount });
    total -= amount;
  }
  return { subtotalCents, lines, totalCents: total };
}
