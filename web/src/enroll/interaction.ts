import type { Schemas } from 'referrals-sdk';

/** What a promo and an invitation do to each other, in the smallest unit of the currency. */
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
      /** Whether the invitation is recorded all the same, for whoever sent it. */
      readonly counts: boolean;
    };

/** Reads a quote of both codes; null: one of them does not apply any more, so that there is nothing to explain. */
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

/** A round amount, about what people pay: 100, or 10,000 of a currency without decimals. @returns smallest unit */
export const exampleCents = (digits: number): number => 100 * 10 ** Math.max(digits, 2);
