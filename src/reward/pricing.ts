import {
  byAge,
  byOrder,
  type Discount,
  type DiscountSource,
  waterfall,
  type WaterfallLine,
} from './waterfall.js';

/** The discounts that could be applied to one price. */
export interface Basket {
  readonly discounts: readonly Discount[];
  /** True if the promo, if there is one, combines with referral discounts. */
  readonly promoCombinable: boolean;
}

export const LEFT_OUT_REASONS = [
  'promo_not_combinable',
  'one_referrer_reward_per_invoice',
  'saves_nothing',
] as const;

/** A discount that was not used, with the reason. It stays available for the next invoice. */
export interface LeftOut {
  readonly discount: Discount;
  readonly reason: (typeof LEFT_OUT_REASONS)[number];
}

/** The price with another combination of discounts. */
interface Alternative {
  readonly combination: readonly DiscountSource[];
  readonly totalCents: number;
}

/** A price after discounts and credit, line by line, in the currency's smallest unit. */
export interface PriceBreakdown {
  readonly subtotalCents: number;
  readonly lines: readonly WaterfallLine[];
  readonly leftOut: readonly LeftOut[];
  readonly discountCents: number;
  readonly creditCents: number;
  readonly totalCents: number;
  /** The price without the promo that excluded referral discounts; empty if nothing was excluded. */
  readonly alternatives: readonly Alternative[];
}

/**
 * Chooses the discounts to use on a price, and applies them. Quotes, previews and redemptions share this rule.
 * A promo that is not combinable excludes referral discounts. Of the discounts that a customer earned as a referrer, an
 * invoice uses only the oldest, and the others wait. Credit is money on account, so no promo excludes it.
 * Sources: the guide ("Promo Code Interaction") and docs/adr/0003-stacking-order.md.
 * @param subtotalCents an integer from 0 to 10^12
 */
export function price(subtotalCents: number, { discounts, promoCombinable }: Basket): PriceBreakdown {
  const [eligible, waiting] = withOneReferrerReward(discounts);
  const excluded = promoCombinable ? [] : excludedByPromo(subtotalCents, eligible);
  const chosen = eligible.filter((discount) => !excluded.includes(discount));
  const lines = waterfall(subtotalCents, chosen);
  const used = new Set(lines.map(({ id }) => id));
  const ineffective = chosen.filter(({ id, type }) => type !== 'credit' && !used.has(id));
  return {
    subtotalCents,
    lines,
    leftOut: [
      ...withReason('promo_not_combinable', excluded),
      ...withReason('saves_nothing', ineffective),
      ...withReason('one_referrer_reward_per_invoice', waiting),
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
              eligible.filter(({ source }) => source !== 'promo'),
            ),
          ],
  };
}

/** Separates the discounts earned as a referrer, except for the oldest. */
function withOneReferrerReward(discounts: readonly Discount[]): [eligible: Discount[], waiting: Discount[]] {
  const [, ...waiting] = discounts
    .filter(({ role, type }) => role === 'referrer' && type !== 'credit')
    .toSorted(byAge);
  return [discounts.filter((discount) => !waiting.includes(discount)), waiting];
}

/** Returns the discounts that the promo excludes. A promo that would save nothing is not used and excludes nothing. */
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

const withReason = (reason: LeftOut['reason'], discounts: readonly Discount[]): LeftOut[] =>
  discounts.toSorted(byOrder).map((discount) => ({ discount, reason }));

const sumOf = (lines: readonly WaterfallLine[]): number =>
  lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
