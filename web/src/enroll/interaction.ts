import type { Schemas } from 'referrals-sdk';

/** How a promo and an invitation interact, in the currency's smallest unit. */
export type Interaction =
  | {
      readonly kind: 'combined';
      readonly billCents: number;
      readonly lines: readonly Schemas['LineAnswer'][];
      readonly totalCents: number;
    }
  | {
      readonly kind: 'either';
      readonly billCents: number;
      readonly withPromoCents: number;
      readonly withInvitationCents: number;
      /** Whether the referral still counts for the referrer. */
      readonly counts: boolean;
    };

/** Reads the quote of both codes; null if one of them no longer applies. */
export function interactionOf({
  referral,
  promo,
  subtotal_cents: billCents,
  lines,
  total_cents: totalCents,
  alternatives,
}: Schemas['QuoteAnswer']): Interaction | null {
  if (promo.status !== 'applied' || billCents === undefined || totalCents === undefined) return null;
  if (referral.reason === 'promo_not_combinable') {
    const other = alternatives?.[0];
    if (other === undefined) return null;
    const counts = referral.status === 'applied';
    return {
      kind: 'either',
      billCents,
      withPromoCents: totalCents,
      withInvitationCents: other.total_cents,
      counts,
    };
  }
  if (referral.status !== 'applied') return null;
  return { kind: 'combined', billCents, lines: lines ?? [], totalCents };
}

/** Returns a round example amount in the smallest unit: 100, or 10,000 for currencies without decimals. */
export const exampleCents = (digits: number): number => 100 * 10 ** Math.max(digits, 2);
