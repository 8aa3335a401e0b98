import type { TakenPromo } from '../promo/promo.repository.js';
import type { ReferralOffer } from '../referral/referral-offer.query.js';
import type { Discount } from '../reward/waterfall.js';
import { valueOf } from '../tenant/value-units.js';
import type { PromoOutcome, ReferralOutcome } from './attribution.js';
import type { CodesAnswer } from './enrollment.dto.js';

/** What became of both codes. */
export interface Outcomes {
  readonly referral: ReferralOutcome<ReferralOffer>;
  readonly promo: PromoOutcome<TakenPromo>;
}

export const promoDiscount = ({ discount_type, discount_units }: TakenPromo): Discount => ({
  source: 'promo',
  type: discount_type,
  units: discount_units,
});

export const refereeDiscount = ({ referee_type, referee_units }: ReferralOffer): Discount => ({
  source: 'referral',
  type: referee_type,
  units: referee_units,
});

/** What the new customer gets; a side that earns nothing gives no discount. */
export function discountsOf({ referral, promo }: Outcomes): Discount[] {
  const discounts = [
    ...(promo.status === 'applied' ? [promoDiscount(promo.promo)] : []),
    ...(referral.status === 'applied' ? [refereeDiscount(referral.offer)] : []),
  ];
  return discounts.filter(({ units }) => units > 0);
}

/** @param referralId of the referral that was recorded, if one was */
export const codesAnswer = (
  outcomes: Outcomes,
  currency: string,
  referralId: string | null,
): CodesAnswer => ({
  referral: { status: outcomes.referral.status, reason: outcomes.referral.reason, referral_id: referralId },
  promo: {
    status: outcomes.promo.status,
    reason: outcomes.promo.reason,
    promo_id: outcomes.promo.status === 'applied' ? outcomes.promo.promo.id : null,
  },
  discounts: discountsOf(outcomes).map(({ source, type, units }) => ({
    source,
    type,
    value: valueOf(type, units, currency),
  })),
});
