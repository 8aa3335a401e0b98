import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Basket } from '../reward/pricing.js';
import type { Discount } from '../reward/waterfall.js';
import { valueOf } from '../tenant/value-units.js';
import type { CheckedCodes } from './code-checker.js';
import type { CodesAnswer } from './enrollment.dto.js';

/** Where a quote's discounts come from. */
export type CodeDiscount = Discount & { readonly source: 'promo' | 'referral' };

const refereeDiscount = ({ referral_code, referee_type, referee_units }: ReferralOffer): CodeDiscount => ({
  id: referral_code,
  source: 'referral',
  role: 'referee',
  type: referee_type,
  units: referee_units,
});

interface CodesBasket extends Basket {
  readonly discounts: readonly CodeDiscount[];
}

/** What each code would give if it stood alone, and whether they stand together. */
export function basketOf({ referral, promo }: CheckedCodes): CodesBasket {
  const discounts: CodeDiscount[] = [];
  if (promo.status === 'applied') {
    const { id, discount_type: type, discount_units: units } = promo.promo;
    discounts.push({ id, source: 'promo', type, units });
  }
  if ('offer' in referral) discounts.push(refereeDiscount(referral.offer));
  return { discounts, promoCombinable: referral.reason !== 'promo_not_combinable' };
}

/** What the newcomer gets from both codes; a side that earns nothing gives no discount. */
function discountsOf(codes: CheckedCodes): CodeDiscount[] {
  const { discounts, promoCombinable } = basketOf(codes);
  return discounts.filter(({ source, units }) => units > 0 && (promoCombinable || source === 'promo'));
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
