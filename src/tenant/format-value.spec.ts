import { formatAmount, formatValue } from './format-value.js';
import type { ValueType } from './value.js';

describe('formatAmount', () => {
  it.each<[number, string, string]>([
    [2000, 'USD', '20.00 USD'],
    [2005, 'EUR', '20.05 EUR'],
    [7, 'USD', '0.07 USD'],
    [0, 'USD', '0.00 USD'],
    [500, 'JPY', '500 JPY'],
    [20_125, 'KWD', '20.125 KWD'],
    [20_000, 'KWD', '20.000 KWD'],
    [1, 'KWD', '0.001 KWD'],
    [1_000_000_000_000, 'USD', '10000000000.00 USD'],
    [999_999_999_999, 'USD', '9999999999.99 USD'],
    [1_000_000_000_000, 'JPY', '1000000000000 JPY'],
    [999_999_999_999, 'KWD', '999999999.999 KWD'],
  ])('%d %s are %j, with all decimals of the currency', (cents, currency, words) => {
    expect(formatAmount(cents, currency, 'en')).toBe(words);
  });
});

describe('formatValue', () => {
  it.each<[ValueType, number, string, string, string]>([
    ['discount_percent', 10, 'USD', '10 %', '10 %'],
    ['discount_percent', 12.5, 'USD', '12.5 %', '12,5 %'],
    ['discount_percent', 0.01, 'JPY', '0.01 %', '0,01 %'],
    ['discount_percent', 100, 'KWD', '100 %', '100 %'],
    ['discount_fixed', 20, 'USD', '20.00 USD', '20,00 USD'],
    ['discount_fixed', 500, 'JPY', '500 JPY', '500 JPY'],
    ['credit', 20, 'USD', '20.00 USD credit', '20,00 USD de crédito'],
    ['credit', 20.125, 'KWD', '20.125 KWD credit', '20,125 KWD de crédito'],
    ['credit', 9_999_999_999.99, 'USD', '9999999999.99 USD credit', '9999999999,99 USD de crédito'],
  ])('a %s of %d in %s is %j, and %j in Spanish', (type, value, currency, en, es) => {
    expect(formatValue({ type, value }, currency, 'en')).toBe(en);
    expect(formatValue({ type, value }, currency, 'es')).toBe(es);
  });
});
