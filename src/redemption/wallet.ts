import type { Lot } from '../reward/ledger/open-account.js';
import type { RewardRow } from '../reward/reward.entity.js';
import type { Basket } from '../reward/pricing.js';
import type { Discount } from '../reward/waterfall.js';
import type { UnusedPromo } from './redemption.repository.js';

/** All that a customer could use on an invoice, now or later. */
export interface Wallet {
  readonly promo: UnusedPromo | undefined;
  readonly rewards: readonly RewardRow[];
  /** Those that the invoice's amount could be taken from, in their order. */
  readonly lots: readonly Lot[];
}

/** What of it can be used now. Rewards that are credit already stand in their lots. */
export function basketOf({ promo, rewards, lots }: Wallet): Basket {
  const discounts: Discount[] = [
    ...rewards.filter(({ status }) => status === 'available').map(rewardDiscount),
    ...lots.map(lotDiscount),
  ];
  if (promo !== undefined) {
    discounts.push({ id: promo.id, source: 'promo', type: promo.type, units: promo.units });
  }
  return { discounts, promoCombinable: promo?.combinable ?? true };
}

const rewardDiscount = ({ id, role, type, valueUnits, createdAt }: RewardRow): Discount => ({
  id,
  source: 'referral',
  role,
  type,
  units: valueUnits,
  since: createdAt,
});

const lotDiscount = ({ id, remainingCents, createdAt, expiresAt }: Lot): Discount => ({
  id,
  source: 'credit',
  type: 'credit',
  units: remainingCents,
  since: createdAt,
  expiresAt,
});
