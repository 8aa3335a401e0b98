import { amountInWords, valueInWords } from './value-in-words.js';
import type { ValueType } from './value-units.js';

describe('amountInWords', () => {
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
    expect(amountInWords(cents, currency)).toBe(words);
  });
});

describe('valueInWords', () => {
  it.each<[ValueType, number, string, string]>([
    ['discount_percent', 1000, 'USD', '10 %'],
    ['discount_percent', 1250, 'USD', '12.5 %'],
    ['discount_percent', 1, 'JPY', '0.01 %'],
    ['discount_percent', 10_000, 'KWD', '100 %'],
    ['discount_fixed', 2000, 'USD', '20.00 USD'],
    ['discount_fixed', 500, 'JPY', '500 JPY'],
    ['credit', 2000, 'USD', '20.00 USD credit'],
    ['credit', 20_125, 'KWD', '20.125 KWD credit'],
  ])('a %s of %d in %s is %j', (type, units, currency, words) => {
    expect(valueInWords(type, units, currency)).toBe(words);
  });
});
