/** The state that determines whether a promo can be used. */
export interface PromoState {
  readonly active: boolean;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly max_redemptions: number | null;
  readonly redemption_count: number;
}

export type PromoRefusal = 'invalid_code' | 'promo_expired' | 'promo_used_up';

/**
 * Returns the reason why a promo cannot be used at the given time, or null if it can. The public may see the reason, so a
 * promo that is inactive or has not started gets the same reason as one that does not exist. The window includes its start
 * and excludes its end.
 */
export function promoRefusal(promo: PromoState | undefined, at: Date): PromoRefusal | null {
  if (promo === undefined || !promo.active || (promo.starts_at !== null && at < promo.starts_at))
    return 'invalid_code';
  if (promo.ends_at !== null && at >= promo.ends_at) return 'promo_expired';
  if (promo.max_redemptions !== null && promo.redemption_count >= promo.max_redemptions)
    return 'promo_used_up';
  return null;
}
