import type { PromoRefusal } from '../promo/promo-refusal.js';

export const REFERRAL_OUTCOMES = ['applied', 'dropped', 'invalid', 'none'] as const;
export const PROMO_OUTCOMES = ['applied', 'invalid', 'none'] as const;

/** What a code was found to be when it was checked alone; undefined when none was given. */
export type Checked<Found, Refusal> = { readonly found: Found } | { readonly refusal: Refusal } | undefined;

/**
 * `self_referral`: the code is of the mailbox that brings it. `not_eligible`: who brings it was a customer before, and was
 * erased; a stranger reads it for both.
 */
export type ReferralRefusal = 'invalid_code' | 'self_referral' | 'not_eligible';

/** What became of a referral code, and why. One that is applied beside an excluding promo earns the referee nothing. */
export type ReferralOutcome<Offer> =
  | { readonly status: 'applied'; readonly reason: 'promo_not_combinable' | null; readonly offer: Offer }
  | { readonly status: 'dropped'; readonly reason: 'promo_not_combinable'; readonly offer: Offer }
  | { readonly status: 'invalid'; readonly reason: ReferralRefusal }
  | { readonly status: 'none'; readonly reason: null };

/** What became of a promo code, and why. */
export type PromoOutcome<Promo> =
  | { readonly status: 'applied'; readonly reason: null; readonly promo: Promo }
  | { readonly status: 'invalid'; readonly reason: PromoRefusal }
  | { readonly status: 'none'; readonly reason: null };

interface Combinable {
  readonly combinable_with_referral: boolean;
}

interface Attributable {
  readonly keepAttribution: boolean;
}

/**
 * The guide's rule ("Promo Code Interaction"): a promo that is not combinable drops the referral code, and only the
 * promo applies; a combinable one leaves both. An invalid promo never drops a referral, and an invalid referral code
 * never costs the promo. A program with `referral_keep_attribution` records the referral even then: what is dropped is
 * the referee's side of it.
 */
export function attribute<Offer extends Attributable, Promo extends Combinable>(
  referral: Checked<Offer, ReferralRefusal>,
  promo: Checked<Promo, PromoRefusal>,
): { referral: ReferralOutcome<Offer>; promo: PromoOutcome<Promo> } {
  const applied = promo !== undefined && 'found' in promo ? promo.found : undefined;
  return { referral: referralOutcome(referral, applied), promo: promoOutcome(promo) };
}

function referralOutcome<Offer extends Attributable>(
  referral: Checked<Offer, ReferralRefusal>,
  promo: Combinable | undefined,
): ReferralOutcome<Offer> {
  if (referral === undefined) return { status: 'none', reason: null };
  if ('refusal' in referral) return { status: 'invalid', reason: referral.refusal };
  const offer = referral.found;
  if (promo?.combinable_with_referral !== false) return { status: 'applied', reason: null, offer };
  return { status: offer.keepAttribution ? 'applied' : 'dropped', reason: 'promo_not_combinable', offer };
}

function promoOutcome<Promo>(promo: Checked<Promo, PromoRefusal>): PromoOutcome<Promo> {
  if (promo === undefined) return { status: 'none', reason: null };
  if ('refusal' in promo) return { status: 'invalid', reason: promo.refusal };
  return { status: 'applied', reason: null, promo: promo.found };
}
