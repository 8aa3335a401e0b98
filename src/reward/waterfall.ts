import { percentOf } from '../common/money.js';
import type { ValueType } from '../tenant/value-units.js';
import type { RewardRole } from './reward.entity.js';

export const DISCOUNT_SOURCES = ['promo', 'referral', 'credit'] as const;
export type DiscountSource = (typeof DISCOUNT_SOURCES)[number];

/** Something that lowers a price: a promo, a reward of a referral, or a lot of credit. */
export interface Discount {
  /** Of the promo, the reward or the lot. No two in one basket share it. */
  readonly id: string;
  readonly source: DiscountSource;
  readonly type: ValueType;
  /** Basis points for a percentage, else the currency's smallest unit. */
  readonly units: number;
  /** For which side of a referral it was earned. */
  readonly role?: RewardRole;
  /** When it was earned or granted; what is older goes first. */
  readonly since?: Date;
  /** Null or absent: never. */
  readonly expiresAt?: Date | null;
}

/** One step down: what stood before it, what it took, what is left. In the currency's smallest unit. */
export interface WaterfallLine extends Discount {
  readonly baseCents: number;
  readonly amountCents: number;
  readonly runningTotalCents: number;
}

const KIND_ORDER: Readonly<Record<ValueType, number>> = { discount_percent: 0, discount_fixed: 1, credit: 2 };
const SOURCE_ORDER: Readonly<Record<DiscountSource, number>> = { promo: 0, referral: 1, credit: 2 };

/** Never, for what does not expire; only credit is used by expiry. */
const expiryOf = ({ type, expiresAt }: Discount): number =>
  type === 'credit' ? (expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER) : 0;

/** Oldest first; the id decides between two of the same moment. */
export const byAge = (a: Discount, b: Discount): number =>
  (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0) || (a.id < b.id ? -1 : 1);

/**
 * The order in which discounts are taken off: percent before fixed before credit; within a kind promo before referral;
 * credit by earliest expiry; then by age. Total, so that the order given never matters.
 * Source: docs/adr/0003-stacking-order.md.
 */
export const byOrder = (a: Discount, b: Discount): number =>
  KIND_ORDER[a.type] - KIND_ORDER[b.type] ||
  SOURCE_ORDER[a.source] - SOURCE_ORDER[b.source] ||
  expiryOf(a) - expiryOf(b) ||
  byAge(a, b);

/**
 * Takes discounts off a price in their order, each on what the one before left, never below zero. A discount that
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
