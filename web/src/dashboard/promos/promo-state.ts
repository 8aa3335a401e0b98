import type { Schemas } from 'referrals-sdk';

/** Whether a code can be used, and if not, why not. */
export type PromoState = 'active' | 'scheduled' | 'ended' | 'used_up' | 'off';

/** Where a promo stands at a moment. What can't be undone by waiting is told first; it may end at that very moment. */
export function promoState(
  {
    active,
    starts_at,
    ends_at,
    max_redemptions,
    redemption_count,
  }: Pick<
    Schemas['PromoAnswer'],
    'active' | 'starts_at' | 'ends_at' | 'max_redemptions' | 'redemption_count'
  >,
  now: Date,
): PromoState {
  if (!active) return 'off';
  if (ends_at !== null && new Date(ends_at) <= now) return 'ended';
  if (max_redemptions !== null && redemption_count >= max_redemptions) return 'used_up';
  return starts_at !== null && new Date(starts_at) > now ? 'scheduled' : 'active';
}
