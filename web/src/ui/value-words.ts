import { type Locale, textOf } from '../i18n/message.js';
import { commonMessages } from '../messages/common.js';

/** A reward or discount, in the API's terms. */
export interface Value {
  readonly type: 'discount_percent' | 'discount_fixed' | 'credit';
  /** In percent, or in major units of the currency. */
  readonly value: number;
}

/** A tenant's currency. */
export interface Currency {
  /** ISO 4217, such as `USD`. */
  readonly code: string;
  /** Decimals according to ISO 4217; browsers differ for some currencies. */
  readonly digits: number;
}

/** Formats money without `.00`: `$20`, `20,50 $`. @param amount in major units */
export const moneyText = (amount: number, { code, digits }: Currency, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);

/** Formats money given in the smallest unit. @param cents such as 2000 for $20, or 2000 for ¥2,000 */
export const centsText = (cents: number, currency: Currency, locale: Locale): string =>
  moneyText(cents / 10 ** currency.digits, currency, locale);

/** Formats a percentage. @param value 15 for 15% */
export const percentText = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100);

/** Describes a reward or discount: `$20 credit`, `15% off`, `nothing`. */
export function valueText({ type, value }: Value, currency: Currency, locale: Locale): string {
  if (value === 0) return textOf(commonMessages.nothing, locale);
  if (type === 'discount_percent') {
    return textOf(commonMessages.percentDiscount, locale, { percent: percentText(value, locale) });
  }
  const message = type === 'credit' ? commonMessages.credit : commonMessages.fixedDiscount;
  return textOf(message, locale, { amount: moneyText(value, currency, locale) });
}

/** Formats a day: `1 May 2026`. @param moment ISO 8601 */
export const dayText = (moment: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(moment));

/** Formats a day and time: `1 May 2026, 14:05`. @param moment ISO 8601 */
export const momentText = (moment: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
