import type { Schemas } from 'referrals-sdk';
import { type Locale, type Message, textOf } from '../../i18n/message.js';
import { promoMessages } from '../../messages/promos.js';
import { termsMessages } from '../../messages/program-terms.js';
import type { Difference } from '../../ui/conflict.js';
import { type Currency, dayText, momentText, valueText } from '../../ui/value-words.js';
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

type PromoTerms = Pick<Promo, keyof Schemas['CreatePromoRequest']>;
type Words = (promo: PromoTerms, locale: Locale, currency: Currency) => string;

const yesOrNo = (is: boolean, locale: Locale): string =>
  textOf(is ? termsMessages.yes : termsMessages.no, locale);
const momentOr = (moment: string | null, none: Message, locale: Locale): string =>
  moment === null ? textOf(none, locale) : momentText(moment, locale);

/** What the form edits, in its order. */
const SUBJECTS: readonly (readonly [Message, Words])[] = [
  [promoMessages.code, ({ code }) => code.toUpperCase()],
  [
    promoMessages.discount,
    ({ discount_type: type, discount_value: value }, locale, currency) =>
      valueText({ type, value }, currency, locale),
  ],
  [
    promoMessages.withReferral,
    ({ combinable_with_referral }, locale) =>
      textOf(combinable_with_referral ? promoMessages.both : promoMessages.promoOnly, locale),
  ],
  [promoMessages.start, ({ starts_at }, locale) => momentOr(starts_at, promoMessages.atOnce, locale)],
  [promoMessages.end, ({ ends_at }, locale) => momentOr(ends_at, promoMessages.always, locale)],
  [
    promoMessages.mostUses,
    ({ max_redemptions: most }, locale) =>
      most === null ? textOf(termsMessages.noLimit, locale) : new Intl.NumberFormat(locale).format(most),
  ],
  [promoMessages.on, ({ active }, locale) => yesOrNo(active, locale)],
];

/** Describes how what somebody else saved differs from what is about to be saved. */
export function promoDifferences(
  theirs: Promo,
  mine: Partial<PromoTerms>,
  locale: Locale,
  currency: Currency,
): Difference[] {
  const after = { ...theirs, ...mine };
  return SUBJECTS.map(([what, words]) => ({
    what: textOf(what, locale),
    theirs: words(theirs, locale, currency),
    yours: words(after, locale, currency),
  })).filter(({ theirs: before, yours }) => before !== yours);
}
