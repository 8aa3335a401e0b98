import { pastedPromoCode } from '../promo/promo-code.js';
import type { CheckedCode } from '../edge/rate-limit/guess-detector.service.js';
import { normalizeReferralCode } from '../referral/referral-code.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { majorValue, valueIn } from '../tenant/value.js';
import { besidePromo, isUsableOn, type Offer, type SideOffer, type WithheldReason } from '../config/offer.js';
import { availableAnswer } from '../config/offer.dto.js';
import type { CheckedCodes } from './code-check.service.js';
import type { CodesAnswer, CodesRequest } from './enrollment.dto.js';

/** A discount, with the code it comes from. */
export type CodeDiscount = Discount & { readonly source: 'promo' | 'referral' };

const refereeDiscount = ({ referral_code, offer }: ReferralOffer): CodeDiscount => ({
  ...offer.referee.value,
  id: referral_code,
  source: 'referral',
  role: 'referee',
});

/** Returns the discount of the promo, unless its value is 0. */
export const promoDiscounts = ({ promo }: CheckedCodes): CodeDiscount[] =>
  promo.status === 'applied' && promo.promo.units > 0
    ? [{ ...valueIn(promo.promo), id: promo.promo.id, source: 'promo' }]
    : [];

/** Returns the offer of the referral, without the referee's reward if the promo excludes it; undefined without a referral. */
function offerOfCodes({ referral }: CheckedCodes): Offer | undefined {
  if (referral.status !== 'applied') return undefined;
  const { offer } = referral.offer;
  return referral.reason === null ? offer : besidePromo(offer);
}

/**
 * Returns the referee's discount if the first invoice can use it.
 * @param amountCents the total of the invoice after the promo
 */
export function usableReferral(codes: CheckedCodes, amountCents: number): CodeDiscount[] {
  const { referral } = codes;
  const offer = offerOfCodes(codes);
  if (referral.status !== 'applied' || offer === undefined) return [];
  return isUsableOn(amountCents, offer, referral.offer.settings) ? [refereeDiscount(referral.offer)] : [];
}

/**
 * Returns the referee's discount that the promo excludes, if the invoice could use it without the promo.
 * @param amountCents the amount of the invoice before discounts
 */
export function excludedReferral({ referral }: CheckedCodes, amountCents: number): CodeDiscount[] {
  if (referral.reason !== 'promo_not_combinable') return [];
  const { offer, settings } = referral.offer;
  return isUsableOn(amountCents, offer, settings) ? [refereeDiscount(referral.offer)] : [];
}

type ReferralAnswer = CodesAnswer['referral'];

function referralAnswer(
  { status, reason }: CheckedCodes['referral'],
  offer: Offer | undefined,
  referral_id: string | null,
): ReferralAnswer {
  const min_invoice_cents = offer?.minInvoiceCents ?? null;
  const answer = { status, reason, referral_id, ...(min_invoice_cents !== null && { min_invoice_cents }) };
  if (offer === undefined || offer.referee.withheld === null || offer.referee.value.units === 0)
    return answer;
  return { ...answer, reason: reason ?? 'reward_withheld', withheld: offer.referee.withheld };
}

/** Returns the discount that the new customer gets as a referee, and when it can be used. */
function referralDiscount(referee: SideOffer | undefined, currency: string): CodesAnswer['discounts'] {
  if (referee === undefined || referee.value.units === 0 || referee.withheld !== null) return [];
  const available = availableAnswer(referee.available);
  return [
    {
      source: 'referral',
      ...majorValue(referee.value, currency),
      ...(available !== undefined && { available }),
    },
  ];
}

/** Returns the answer about both codes. @param referralId null if no referral was created */
export function codesAnswer(codes: CheckedCodes, currency: string, referralId: string | null): CodesAnswer {
  const { referral, promo } = codes;
  const offer = offerOfCodes(codes);
  const promos = promoDiscounts(codes).map(({ source, ...value }) => ({
    source,
    ...majorValue(value, currency),
  }));
  return {
    referral: referralAnswer(referral, offer, referralId),
    promo: {
      status: promo.status,
      reason: promo.reason,
      promo_id: promo.status === 'applied' ? promo.promo.id : null,
    },
    discounts: [...promos, ...referralDiscount(offer?.referee, currency)],
  };
}

/** Updates the offer with the reason why the enrollment withheld the new customer's reward, or null if it was granted. */
export function withGranted(codes: CheckedCodes, withheld: WithheldReason | null): CheckedCodes {
  const { referral } = codes;
  if (referral.status !== 'applied' || referral.reason !== null) return codes;
  const { offer } = referral.offer;
  const granted = { ...offer, referee: { ...offer.referee, withheld } };
  return { ...codes, referral: { ...referral, offer: { ...referral.offer, offer: granted } } };
}

const NOT_ELIGIBLE = { status: 'invalid', reason: 'not_eligible', referral_id: null } as const;

/**
 * Gives a `self_referral` the same answer as an erased person gets, `not_eligible`, for a public answer. Otherwise
 * `self_referral` would confirm that a mailbox belongs to the referrer, whose name may be hidden, and `not_eligible` that a
 * mailbox or phone number belongs to an erased person.
 */
export const redactForPublic = <Answer extends CodesAnswer>(answer: Answer): Answer =>
  answer.referral.reason === 'self_referral' ? Object.assign({}, answer, { referral: NOT_ELIGIBLE }) : answer;

/** Returns whether each given code is a hit: any outcome other than `invalid_code`, even if the code could not be used. */
export const codeHits = (
  { referral, promo }: CodesAnswer,
  { referral_code, promo_code }: CodesRequest,
): CheckedCode[] =>
  [
    { code: `referral ${normalizeReferralCode(referral_code ?? '')}`, outcome: referral },
    { code: `promo ${pastedPromoCode(promo_code ?? '')}`, outcome: promo },
  ]
    .filter(({ outcome }) => outcome.status !== 'none')
    .map(({ code, outcome }) => ({ code, hit: outcome.reason !== 'invalid_code' }));
