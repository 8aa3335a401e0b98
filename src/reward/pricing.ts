import {
  byAge,
  byOrder,
  type Discount,
  type DiscountSource,
  waterfall,
  type WaterfallLine,
} from './waterfall.js';

/** What somebody could use on one price. */
export interface Basket {
  readonly discounts: readonly Discount[];
  /** Whether a promo among them may stand beside referral discounts. */
  readonly promoCombinable: boolean;
}

export const LEFT_OUT_REASONS = [
  'promo_not_combinable',
  'one_referrer_reward_per_invoice',
  'saves_nothing',
] as const;

/** A discount that was not used, and why; it waits for the next invoice. */
export interface LeftOut {
  readonly discount: Discount;
  readonly reason: (typeof LEFT_OUT_REASONS)[number];
}

/** What another choice would have made of the price. */
interface Alternative {
  readonly combination: readonly DiscountSource[];
  readonly totalCents: number;
}

/** What a price becomes, line by line, in the currency's smallest unit. */
export interface Priced {
  readonly subtotalCents: number;
  readonly lines: readonly WaterfallLine[];
  readonly leftOut: readonly LeftOut[];
  readonly discountCents: number;
  readonly creditCents: number;
  readonly totalCents: number;
  /** The price without the promo that kept referral discounts out; empty when nothing was kept out. */
  readonly alternatives: readonly Alternative[];
}

/**
 * The pricing rule: which discounts are used on a price, and what is left of it. Quote, preview and redemption share it.
 * A promo that is not combinable keeps referral discounts out; of what somebody earned as a referrer, the oldest
 * discount is used on an invoice, and the rest wait. Credit is money on account: no promo keeps it out.
 * Sources: the guide ("Promo Code Interaction") and docs/adr/0003-stacking-order.md.
 * @param subtotalCents an integer from 0 to 10^12
 */
export function price(subtotalCents: number, { discounts, promoCombinable }: Basket): Priced {
  const [fitting, waiting] = withOneReferrerReward(discounts);
  const excluded = promoCombinable ? [] : excludedByPromo(subtotalCents, fitting);
  const chosen = fitting.filter((discount) => !excluded.includes(discount));
  const lines = waterfall(subtotalCents, chosen);
  const used = new Set(lines.map(({ id }) => id));
  const useless = chosen.filter(({ id, type }) => type !== 'credit' && !used.has(id));
  return {
    subtotalCents,
    lines,
    leftOut: [
      ...reasoned('promo_not_combinable', excluded),
      ...reasoned('saves_nothing', useless),
      ...reasoned('one_referrer_reward_per_invoice', waiting),
    ],
    discountCents: sumOf(lines.filter(({ type }) => type !== 'credit')),
    creditCents: sumOf(lines.filter(({ type }) => type === 'credit')),
    totalCents: subtotalCents - sumOf(lines),
    alternatives:
      excluded.length === 0
        ? []
        : [
            alternative(
              subtotalCents,
              fitting.filter(({ source }) => source !== 'promo'),
            ),
          ],
  };
}

/** Splits off every discount earned as a referrer but the oldest. */
function withOneReferrerReward(discounts: readonly Discount[]): [fitting: Discount[], waiting: Discount[]] {
  const [, ...waiting] = discounts
    .filter(({ role, type }) => role === 'referrer' && type !== 'credit')
    .toSorted(byAge);
  return [discounts.filter((discount) => !waiting.includes(discount)), waiting];
}

/** A promo that would save nothing is not used, and keeps nothing out. */
function excludedByPromo(subtotalCents: number, discounts: readonly Discount[]): Discount[] {
  const promos = discounts.filter(({ source }) => source === 'promo');
  return waterfall(subtotalCents, promos).length > 0
    ? discounts.filter(({ source }) => source === 'referral')
    : [];
}

const alternative = (subtotalCents: number, discounts: readonly Discount[]): Alternative => ({
  combination: [...new Set(discounts.toSorted(byOrder).map(({ source }) => source))],
  totalCents: subtotalCents - sumOf(waterfall(subtotalCents, discounts)),
});

const reasoned = (reason: LeftOut['reason'], discounts: readonly Discount[]): LeftOut[] =>
  discounts.toSorted(byOrder).map((discount) => ({ discount, reason }));

const sumOf = (lines: readonly WaterfallLine[]): number =>
  lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
