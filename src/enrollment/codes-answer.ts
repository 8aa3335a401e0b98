import { normalizePromoCode } from '../promo/promo-code.js';
import type { CheckedCode } from '../edge/rate-limit/guess-detector.service.js';
import { normalizeReferralCode } from '../referral/referral-code.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { majorValue, valueIn } from '../tenant/value.js';
import type { CheckedCodes } from './code-check.service.js';
import type { CodesAnswer, CodesRequest } from './enrollment.dto.js';

/** A discount, with the code it comes from. */
export type CodeDiscount = Discount & { readonly source: 'promo' | 'referral' };

const refereeDiscount = ({ referral_code, referee }: ReferralOffer): CodeDiscount => ({
  ...referee,
  id: referral_code,
  source: 'referral',
  role: 'referee',
});

/** Returns the new customer's discounts from both codes, without those of value 0. */
export function discountsOf({ referral, promo }: CheckedCodes): CodeDiscount[] {
  const discounts: CodeDiscount[] = [];
  if (promo.status === 'applied') {
    discounts.push({ ...valueIn(promo.promo), id: promo.promo.id, source: 'promo' });
  }
  if (referral.status === 'applied' && referral.reason === null) {
    discounts.push(refereeDiscount(referral.offer));
  }
  return discounts.filter(({ units }) => units > 0);
}

/** Returns the discounts that the promo excludes, which the new customer would have without it. */
export const excludedDiscounts = ({ referral }: CheckedCodes): CodeDiscount[] =>
  referral.reason === 'promo_not_combinable' ? [refereeDiscount(referral.offer)] : [];

/** Returns the answer about both codes. @param referralId null if no referral was created */
export const codesAnswer = (
  codes: CheckedCodes,
  currency: string,
  referralId: string | null,
): CodesAnswer => ({
  referral: { status: codes.referral.status, reason: codes.referral.reason, referral_id: referralId },
  promo: {
    status: codes.promo.status,
    reason: codes.promo.reason,
    promo_id: codes.promo.status === 'applied' ? codes.promo.promo.id : null,
  },
  discounts: discountsOf(codes).map((discount) => ({
    source: discount.source,
    ...majorValue(discount, currency),
  })),
});

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
