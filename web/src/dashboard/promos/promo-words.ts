import type { Schemas } from 'referrals-sdk';
import { type Locale, textOf } from '../../i18n/message.js';
import { promoMessages } from '../../messages/promos.js';
import { dayText } from '../../ui/value-words.js';
import type { Promo } from './promo.queries.js';

/** Formats a promo's uses: `3 of 10`, or `3` without a limit. */
export function usesText({ redemption_count: used, max_redemptions: limit }: Promo, locale: Locale): string {
  if (limit === null) return new Intl.NumberFormat(locale).format(used);
  return textOf(promoMessages.usesOf, locale, { used, limit });
}

/** Formats the period in which a promo can be used. */
export function periodText({ starts_at, ends_at }: Promo, locale: Locale): string {
  const start = starts_at === null ? '' : dayText(starts_at, locale);
  const end = ends_at === null ? '' : dayText(ends_at, locale);
  if (start === '' && end === '') return textOf(promoMessages.always, locale);
  if (end === '') return textOf(promoMessages.from, locale, { start });
  if (start === '') return textOf(promoMessages.until, locale, { end });
  return textOf(promoMessages.fromTo, locale, { start, end });
}

/** Whether a promo can be used, and if not, why. */
export type PromoState = 'active' | 'scheduled' | 'ended' | 'used_up' | 'off';

/** Computes the state of a promo at a time. Final states come before those that change with time. */
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
