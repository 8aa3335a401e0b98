import type { Locale } from '../../i18n/message.js';
import type { Currency } from '../../ui/value-words.js';

/** What stands beside a number, and on which side the language writes it. */
export interface Unit {
  readonly symbol: string;
  readonly before: boolean;
}

export const PERCENT: Unit = { symbol: '%', before: false };

/** The currency's symbol: before the amount in English, after it in Spanish. */
export function currencyUnit({ code }: Currency, locale: Locale): Unit {
  const style = { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } as const;
  const parts = new Intl.NumberFormat(locale, style).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  return { symbol: parts[at]?.value ?? code, before: at < parts.findIndex(({ type }) => type === 'integer') };
}
