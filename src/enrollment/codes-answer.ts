import { normalizePromoCode } from '../promo/promo-code.js';
import type { CheckedCode } from '../edge/rate-limit/guess-detector.service.js';
import { normalizeReferralCode } from '../referral/referral-code.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { majorValue, valueIn } from '../tenant/value.js';
import { besidePromo, isUsableNow, type SideOffer, type WithheldReason } from '../config/offer.js';
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

const promoDiscounts = ({ promo }: CheckedCodes): CodeDiscount[] =>
  promo.status === 'applied' && promo.promo.units > 0
    ? [{ ...valueIn(promo.promo), id: promo.promo.id, source: 'promo' }]
    : [];

/** Returns what the new customer gets as a referee; undefined without a referral. */
function refereeOffer({ referral }: CheckedCodes): SideOffer | undefined {
  if (referral.status !== 'applied') return undefined;
  const { offer } = referral.offer;
  return (referral.reason === null ? offer : besidePromo(offer)).referee;
}

/** Returns the discounts of both codes that the new customer's first invoice can use. */
export function usableDiscounts(codes: CheckedCodes): CodeDiscount[] {
  const { referral } = codes;
  const referee = refereeOffer(codes);
  const usable = referral.status === 'applied' && referee !== undefined && isUsableNow(referee);
  return [...promoDiscounts(codes), ...(usable ? [refereeDiscount(referral.offer)] : [])];
}

/** Returns the discounts that the promo excludes, and that the first invoice could use without it. */
export const excludedDiscounts = ({ referral }: CheckedCodes): CodeDiscount[] =>
  referral.reason === 'promo_not_combinable' && isUsableNow(referral.offer.offer.referee)
    ? [refereeDiscount(referral.offer)]
    : [];

type ReferralAnswer = CodesAnswer['referral'];

function referralAnswer(
  { status, reason }: CheckedCodes['referral'],
  referee: SideOffer | undefined,
  referral_id: string | null,
): ReferralAnswer {
  const withheld = referee?.withheld ?? null;
  if (withheld === null || referee?.value.units === 0) return { status, reason, referral_id };
  return { status, reason: reason ?? 'reward_withheld', referral_id, withheld };
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
  const referee = refereeOffer(codes);
  const promos = promoDiscounts(codes).map(({ source, ...value }) => ({
    source,
    ...majorValue(value, currency),
  }));
  return {
    referral: referralAnswer(referral, referee, referralId),
    promo: {
      status: promo.status,
      reason: promo.reason,
      promo_id: promo.status === 'applied' ? promo.promo.id : null,
    },
    discounts: [...promos, ...referralDiscount(referee, currency)],
  };
}

/** Replaces what was offered to the new customer by what the enrollment granted. */
export function withGranted(codes: CheckedCodes, withheld: WithheldReason | null): CheckedCodes {
  const { referral } = codes;
  if (referral.status !== 'applied' || referral.reason !== null) return codes;
  const { offer } = referral.offer;
  const granted = { ...offer, referee: { ...offer.referee, withheld } };
  return { ...codes, referral: { ...referral, offer: { ...referral.offer, offer: granted } } };
}

const NOT_ELIGIBLE = { status: 'invalid', reason: 'not_eligible', referral_id: null } as const;

/**
 * Replaces the reason `self_referral` with `not_eligible`, for a public answer. Different reasons would confirm that a
 * mailbox or number belongs to the referrer, whose name may be hidden, or to an erased person.
 */
export const redactForPublic = <Answer extends CodesAnswer>(answer: Answer): Answer =>
  answer.referral.reason === 'self_referral' ? Object.assign({}, answer, { referral: NOT_ELIGIBLE }) : answer;

/** Returns for each given code whether it exists, whatever its outcome. */
export const codeHits = (
  { referral, promo }: CodesAnswer,
  { referral_code, promo_code }: CodesRequest,
): CheckedCode[] =>
  [
    { code: `referral ${normalizeReferralCode(referral_code ?? '')}`, outcome: referral },
    { code: `promo ${normalizePromoCode(promo_code ?? '')}`, outcome: promo },
  ]
    .filter(({ outcome }) => outcome.status !== 'none')
    .map(({ code, outcome }) => ({ code, hit: outcome.reason !== 'invalid_code' }));
