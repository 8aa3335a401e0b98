import { type Locale, textOf } from '../../i18n/message.js';
import { owedMessages } from '../../messages/overview.js';
import { centsText, type Currency } from '../../ui/value-words.js';
import type { Liability } from './use-overview.js';

interface Age {
  readonly from_days: number;
  readonly to_days: number | null;
}

/** How old something is, in words: `Up to 30 days`, `31 – 90 days`, `Over 365 days`. */
export function ageText({ from_days: from, to_days: to }: Age, locale: Locale): string {
  if (to === null) return textOf(owedMessages.over, locale, { days: from - 1 });
  return from === 0
    ? textOf(owedMessages.upTo, locale, { to })
    : textOf(owedMessages.between, locale, { from, to });
}

/** The discounts of an age, in words: `3 percentages and 2 amounts worth $30`; empty when there are none. */
export function discountsText(
  {
    percent_count: percents,
    fixed_count: fixed,
    fixed_cents: cents,
  }: Omit<Liability['unused_discounts'][number], keyof Age>,
  currency: Currency,
  locale: Locale,
): string {
  const parts = [
    percents > 0 && textOf(owedMessages.percentages, locale, { count: percents }),
    fixed > 0 &&
      textOf(owedMessages.amounts, locale, { count: fixed, sum: centsText(cents, currency, locale) }),
  ].filter((part) => part !== false);
  return new Intl.ListFormat(locale).format(parts);
}
