/** Every fact that the product tells others about; docs/events.md says what each carries. */
export const EVENT_TYPES = [
  'config.updated',
  'customer.created',
  'customer.updated',
  'customer.enrolled',
  'promo.created',
  'promo.updated',
  'promo.deleted',
  'promo.redeemed',
  'referral.created',
  'referral.qualified',
  'referral.rejected',
  'referral.reversed',
  'reward.available',
  'reward.applied',
  'reward.returned',
  'reward.withheld',
  'reward.expired',
  'reward.voided',
  'reward.reversed',
  'reward.recovered',
  'redemption.applied',
  'redemption.reversed',
  'credit.adjusted',
  'webhook.disabled',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
