import type { PromoRefusal } from '../promo/promo-refusal.js';

export const REFERRAL_OUTCOMES = ['applied', 'dropped', 'invalid', 'none'] as const;
export const PROMO_OUTCOMES = ['applied', 'invalid', 'none'] as const;

/** The result of checking one code without regard to the other. Undefined if no code was given. */
export type CheckResult<Found, Refusal> =
  { readonly found: Found } | { readonly refusal: Refusal } | undefined;

/**
 * `self_referral`: the code belongs to the person's own mailbox. `not_eligible`: the person is an erased former customer.
 * Public answers have `not_eligible` for both.
 */
export type ReferralRefusal = 'invalid_code' | 'self_referral' | 'not_eligible';

/** The outcome for a referral code. If it is applied with `promo_not_combinable`, the referee earns nothing. */
export type ReferralOutcome<Offer> =
  | { readonly status: 'applied'; readonly reason: 'promo_not_combinable' | null; readonly offer: Offer }
  | { readonly status: 'dropped'; readonly reason: 'promo_not_combinable'; readonly offer: Offer }
  | { readonly status: 'invalid'; readonly reason: ReferralRefusal }
  | { readonly status: 'none'; readonly reason: null };

/** The outcome for a promo code. */
export type PromoOutcome<Promo> =
  | { readonly status: 'applied'; readonly reason: null; readonly promo: Promo }
  | { readonly status: 'invalid'; readonly reason: PromoRefusal }
  | { readonly status: 'none'; readonly reason: null };

interface Combinable {
  readonly combinable_with_referral: boolean;
}

interface Attributable {
  readonly settings: { readonly keepAttribution: boolean };
}

/**
 * Decides whether the codes combine. Applies the guide's rule "Promo Code Interaction": a promo that is not combinable
 * drops the referral code, and only the promo applies; with a combinable promo, both apply. An invalid code never affects
 * the other code. A program with `referral_keep_attribution` keeps a referral that would be dropped, without the referee's
 * reward.
 */
export function attribute<Offer extends Attributable, Promo extends Combinable>(
  referral: CheckResult<Offer, ReferralRefusal>,
  promo: CheckResult<Promo, PromoRefusal>,
): { referral: ReferralOutcome<Offer>; promo: PromoOutcome<Promo> } {
  const applied = promo !== undefined && 'found' in promo ? promo.found : undefined;
  return { referral: referralOutcome(referral, applied), promo: promoOutcome(promo) };
}

function referralOutcome<Offer extends Attributable>(
  referral: CheckResult<Offer, ReferralRefusal>,
  promo: Combinable | undefined,
): ReferralOutcome<Offer> {
  if (referral === undefined) return { status: 'none', reason: null };
  if ('refusal' in referral) return { status: 'invalid', reason: referral.refusal };
  const offer = referral.found;
  if (promo?.combinable_with_referral !== false) return { status: 'applied', reason: null, offer };
  return {
    status: offer.settings.keepAttribution ? 'applied' : 'dropped',
    reason: 'promo_not_combinable',
    offer,
  };
}

function promoOutcome<Promo>(promo: CheckResult<Promo, PromoRefusal>): PromoOutcome<Promo> {
  if (promo === undefined) return { status: 'none', reason: null };
  if ('refusal' in promo) return { status: 'invalid', reason: promo.refusal };
  return { status: 'applied', reason: null, promo: promo.found };
}
