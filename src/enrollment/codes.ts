import { normalizePromoCode } from '../promo/promo-code.js';
import type { CheckedCode } from '../edge/rate-limit/guess-detector.service.js';
import { normalizeReferralCode } from '../referral/referral-code.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { valueOf } from '../tenant/value-units.js';
import type { CheckedCodes } from './code-check.service.js';
import type { CodesAnswer, CodesRequest } from './enrollment.dto.js';

/** Where a quote's discounts come from. */
export type CodeDiscount = Discount & { readonly source: 'promo' | 'referral' };

const refereeDiscount = ({ referral_code, referee_type, referee_units }: ReferralOffer): CodeDiscount => ({
  id: referral_code,
  source: 'referral',
  role: 'referee',
  type: referee_type,
  units: referee_units,
});

/** What the newcomer gets from both codes; a side that earns nothing gives no discount. */
export function discountsOf({ referral, promo }: CheckedCodes): CodeDiscount[] {
  const discounts: CodeDiscount[] = [];
  if (promo.status === 'applied') {
    const { id, discount_type: type, discount_units: units } = promo.promo;
    discounts.push({ id, source: 'promo', type, units });
  }
  if (referral.status === 'applied' && referral.reason === null) {
    discounts.push(refereeDiscount(referral.offer));
  }
  return discounts.filter(({ units }) => units > 0);
}

/** What the promo keeps out: the newcomer could have it by doing without the promo. */
export const keptOut = ({ referral }: CheckedCodes): CodeDiscount[] =>
  referral.reason === 'promo_not_combinable' ? [refereeDiscount(referral.offer)] : [];

/** @param referralId of the referral that was recorded, if one was */
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
  discounts: discountsOf(codes).map(({ source, type, units }) => ({
    source,
    type,
    value: valueOf(type, units, currency),
  })),
});

const NOT_ELIGIBLE = { status: 'invalid', reason: 'not_eligible', referral_id: null } as const;

/**
 * Tells a stranger of an enrollment: one reason for whatever makes a code that works of no use to this very person. Which
 * it is would confirm a mailbox or a number: the referrer's own, though the name is hidden, or an erased person's.
 */
export const toldInPublic = <Answer extends CodesAnswer>(answer: Answer): Answer =>
  answer.referral.reason === 'self_referral' ? Object.assign({}, answer, { referral: NOT_ELIGIBLE }) : answer;

/** For each code that was brought: whether there is such a code, whatever became of it. */
export const codesFound = (
  { referral, promo }: CodesAnswer,
  { referral_code, promo_code }: CodesRequest,
): CheckedCode[] =>
  [
    { code: `referral ${normalizeReferralCode(referral_code ?? '')}`, outcome: referral },
    { code: `promo ${normalizePromoCode(promo_code ?? '')}`, outcome: promo },
  ]
    .filter(({ outcome }) => outcome.status !== 'none')
    .map(({ code, outcome }) => ({ code, hit: outcome.reason !== 'invalid_code' }));
