import type { Schemas } from 'referrals-sdk';

type Discount = Schemas['QuoteAnswer']['discounts'][number];

/** How a promo and an invitation interact on a first bill, in the currency's smallest unit. */
export type Interaction = {
  readonly billCents: number;
  readonly lines: readonly Schemas['LineAnswer'][];
  readonly totalCents: number;
} & (
  | {
      readonly kind: 'combined';
      /** What the bill does not contain, because it can only be used later or the bill is below the minimum. */
      readonly later: readonly Discount[];
      /** What the invoice that brings the invitation's reward must come to; undefined: any amount. */
      readonly minInvoiceCents: number | undefined;
      /** Whether a limit of the program leaves no reward for the friend. */
      readonly withheld: boolean;
    }
  | {
      readonly kind: 'either';
      /** The total without the promo; null: the invitation takes nothing off this bill. */
      readonly withInvitationCents: number | null;
      /** Whether the referral still counts for the referrer. */
      readonly counts: boolean;
    }
);

/** Reads the quote of both codes; null if one of them no longer applies. */
export function interactionOf({
  referral: { status, reason, min_invoice_cents: minInvoiceCents },
  promo,
  discounts,
  subtotal_cents: billCents,
  lines = [],
  total_cents: totalCents,
  alternatives = [],
}: Schemas['QuoteAnswer']): Interaction | null {
  if (promo.status !== 'applied' || billCents === undefined || totalCents === undefined) return null;
  const bill = { billCents, lines, totalCents };
  const counts = status === 'applied';
  if (reason === 'promo_not_combinable') {
    return { ...bill, kind: 'either', withInvitationCents: alternatives[0]?.total_cents ?? null, counts };
  }
  if (!counts) return null;
  const later = notOnBill(discounts, lines, minInvoiceCents);
  return { ...bill, kind: 'combined', later, minInvoiceCents, withheld: reason === 'reward_withheld' };
}

/** Returns the rewards that can only be used later, and the one for which the bill is below the minimum. */
function notOnBill(
  discounts: readonly Discount[],
  lines: Interaction['lines'],
  minInvoiceCents: number | undefined,
): Discount[] {
  const isBelow = minInvoiceCents !== undefined && !lines.some(({ source }) => source === 'referral');
  return discounts.filter(
    ({ source, available }) => available !== undefined || (isBelow && source === 'referral'),
  );
}

/** Returns a round example amount in the smallest unit: 100, or 10,000 for currencies without decimals. */
export const exampleCents = (digits: number): number => 100 * 10 ** Math.max(digits, 2);
