import { percentOf } from '../common/money.js';
import type { Value, ValueType } from '../tenant/value.js';
import type { RewardRole } from '../config/program-terms.js';

export const DISCOUNT_SOURCES = ['promo', 'referral', 'credit'] as const;
export type DiscountSource = (typeof DISCOUNT_SOURCES)[number];

/** A promo, a referral reward or a lot of credit, applied to a price. */
export type Discount = Value & {
  /** The id of the promo, reward or lot; unique within a basket. */
  readonly id: string;
  readonly source: DiscountSource;
  /** The side of the referral that earned it. */
  readonly role?: RewardRole;
  /** When it was earned or granted. Older discounts come first. */
  readonly since?: Date;
  /** Null or absent if it does not expire. */
  readonly expiresAt?: Date | null;
};

/** A discount with the price before it, its amount, and the price after it, in the currency's smallest unit. */
export type WaterfallLine = Discount & {
  readonly baseCents: number;
  readonly amountCents: number;
  readonly runningTotalCents: number;
};

const KIND_ORDER: Readonly<Record<ValueType, number>> = { discount_percent: 0, discount_fixed: 1, credit: 2 };
const SOURCE_ORDER: Readonly<Record<DiscountSource, number>> = { promo: 0, referral: 1, credit: 2 };

/** Returns the expiry for ordering. Only credit is ordered by expiry; credit that does not expire comes last. */
const expiryOf = ({ type, expiresAt }: Discount): number =>
  type === 'credit' ? (expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER) : 0;

/** Orders discounts by age, oldest first, then by id. */
export const byAge = (a: Discount, b: Discount): number =>
  (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0) || (a.id < b.id ? -1 : 1);

/**
 * Orders discounts as they are applied: percent, fixed, credit; within a type, promos before referral rewards; credit by
 * earliest expiry; then by age. The order is total, so the order of the input never matters.
 * Source: docs/adr/0003-stacking-order.md.
 */
export const byOrder = (a: Discount, b: Discount): number =>
  KIND_ORDER[a.type] - KIND_ORDER[b.type] ||
  SOURCE_ORDER[a.source] - SOURCE_ORDER[b.source] ||
  expiryOf(a) - expiryOf(b) ||
  byAge(a, b);

/**
 * Applies discounts to a price in order, each to the price that the previous one left, never below zero. A discount that
 * would save nothing has no line.
 * @param subtotalCents an integer from 0 to 10^12
 */
export function waterfall(subtotalCents: number, discounts: readonly Discount[]): WaterfallLine[] {
  const lines: WaterfallLine[] = [];
  let total = subtotalCents;
  for (const discount of discounts.toSorted(byOrder)) {
    const full = discount.type === 'discount_percent' ? percentOf(total, discount.units) : discount.units;
    const amount = Math.min(full, total);
    if (amount === 0) continue;
    lines.push({ ...discount, baseCents: total, amountCents: amount, runningTotalCents: total - amount });
    total -= amount;
  }
  return lines;
}
