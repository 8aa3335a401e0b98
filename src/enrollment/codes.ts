import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { valueOf } from '../tenant/value-units.js';
import type { CheckedCodes } from './code-checker.js';
import type { CodesAnswer } from './enrollment.dto.js';

/** What a referral code offers the newcomer. */
export const refereeDiscount = ({ referee_type, referee_units }: ReferralOffer): Discount => ({
  source: 'referral',
  type: referee_type,
  units: referee_units,
});

/** What the newcomer gets from both codes; a side that earns nothing gives no discount. */
export function discountsOf({ referral, promo }: CheckedCodes): Discount[] {
  const discounts: Discount[] = [];
  if (promo.status === 'applied') {
    const { discount_type: type, discount_units: units } = promo.promo;
    discounts.push({ source: 'promo', type, units });
  }
  if (referral.status === 'applied') discounts.push(refereeDiscount(referral.offer));
  return discounts.filter(({ units }) => units > 0);
}

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
