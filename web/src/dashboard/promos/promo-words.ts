import type { Schemas } from 'referrals-sdk';
import { type Locale, textOf } from '../../i18n/message.js';
import { promoMessages } from '../../messages/promos.js';
import { dayText } from '../../ui/value-words.js';
import type { Promo } from './promo.queries.js';

/** How often a promo was used, of how often it may be: `3 of 10`, `3`. */
export function usesText({ redemption_count: used, max_redemptions: limit }: Promo, locale: Locale): string {
  if (limit === null) return new Intl.NumberFormat(locale).format(used);
  return textOf(promoMessages.usesOf, locale, { used, limit });
}

/** From when until when a promo can be used. */
export function periodText({ starts_at, ends_at }: Promo, locale: Locale): string {
  const start = starts_at === null ? '' : dayText(starts_at, locale);
  const end = ends_at === null ? '' : dayText(ends_at, locale);
  if (start === '' && end === '') return textOf(promoMessages.always, locale);
  if (end === '') return textOf(promoMessages.from, locale, { start });
  if (start === '') return textOf(promoMessages.until, locale, { end });
  return textOf(promoMessages.fromTo, locale, { start, end });
}

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
