import { currencyDecimals } from '../common/currency.js';
import { type ValueType, valueOf } from './value-units.js';

/** An amount as people read it: `20.00 USD`, `500 JPY`. @param cents in the currency's smallest unit */
export const amountInWords = (cents: number, currency: string): string =>
  `${valueOf('credit', cents, currency).toFixed(currencyDecimals(currency))} ${currency}`;

/** A value as people read it: `10 %`, `20.00 USD`, `20.00 USD credit`. */
export function valueInWords(type: ValueType, units: number, currency: string): string {
  if (type === 'discount_percent') return `${valueOf(type, units, currency)} %`;
  return `${amountInWords(units, currency)}${type === 'credit' ? ' credit' : ''}`;
}
