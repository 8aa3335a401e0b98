import type { DomainError } from '../common/domain-error.js';
import { formatAmount, smallestUnit, unitsOf, formatValue, valueOf, type ValueType } from './value-units.js';

function fieldsRefusedBy(read: () => unknown): DomainError['fields'] {
  try {
    read();
    return [];
  } catch (error) {
    return (error as DomainError).fields;
  }
}

describe('unitsOf', () => {
  it.each<[ValueType, number, string, number]>([
    ['discount_percent', 10, 'USD', 1000],
    ['discount_percent', 12.5, 'JPY', 1250],
    ['discount_percent', 100, 'USD', 10_000],
    ['discount_fixed', 20, 'USD', 2000],
    ['credit', 20, 'JPY', 20],
    ['credit', 20.125, 'KWD', 20_125],
    ['credit', 0, 'USD', 0],
  ])('%s of %d %s is %d, and back', (type, value, currency, units) => {
    expect(unitsOf(type, value, currency, 'v')).toBe(units);
    expect(valueOf(type, units, currency)).toBe(value);
  });

  it.each<[ValueType, number, string, string]>([
    ['discount_percent', 100.01, 'USD', 'above_100_percent'],
    ['discount_percent', 10.005, 'USD', 'invalid_value'],
    ['discount_fixed', 1.001, 'USD', 'invalid_value'],
    ['credit', 0.5, 'JPY', 'invalid_value'],
    ['credit', -1, 'USD', 'invalid_value'],
    ['credit', 1e13, 'JPY', 'invalid_value'],
  ])('%s of %d %s is refused', (type, value, currency, code) => {
    expect(fieldsRefusedBy(() => unitsOf(type, value, currency, 'v'))).toMatchObject([{ field: 'v', code }]);
  });
});

describe('smallestUnit', () => {
  it('is a decimal text', () => {
    expect(['JPY', 'USD', 'KWD'].map(smallestUnit)).toEqual(['1.0000', '0.0100', '0.0010']);
  });
});

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
    expect(formatAmount(cents, currency)).toBe(words);
  });
});

describe('formatValue', () => {
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
    expect(formatValue(type, units, currency)).toBe(words);
  });
});
