import { currencyDecimals, toMajor } from '../common/money.js';
import type { Language } from '../common/language.js';
import type { MajorValue } from './value.js';

/** Writes a decimal number with the language's decimal separator: `12.5`, `12,5`. */
const localized = (digits: string, language: Language): string =>
  language === 'es' ? digits.replace('.', ',') : digits;

const money = (amount: number, currency: string, language: Language): string =>
  `${localized(amount.toFixed(currencyDecimals(currency)), language)} ${currency}`;

/** Formats an amount: `20.00 USD`, `500 JPY`. @param cents in the currency's smallest unit */
export const formatAmount = (cents: number, currency: string, language: Language): string =>
  money(toMajor(cents, currencyDecimals(currency)), currency, language);

/** Formats a value: `10 %`, `20.00 USD`, `20.00 USD credit`. */
export function formatValue({ type, value }: MajorValue, currency: string, language: Language): string {
  if (type === 'discount_percent') return `${localized(String(value), language)} %`;
  const amount = money(value, currency, language);
  if (type === 'discount_fixed') return amount;
  return language === 'es' ? `${amount} de crédito` : `${amount} credit`;
}
