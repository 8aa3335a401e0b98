import type { DomainError } from '../common/domain-error.js';
import { majorOf, smallestUnit, toValue, type ValueType } from './value.js';

function fieldsRefusedBy(read: () => unknown): DomainError['fields'] {
  try {
    read();
    return [];
  } catch (error) {
    return (error as DomainError).fields;
  }
}

describe('toValue', () => {
  it.each<[ValueType, number, string, number]>([
    ['discount_percent', 10, 'USD', 1000],
    ['discount_percent', 12.5, 'JPY', 1250],
    ['discount_percent', 100, 'USD', 10_000],
    ['discount_fixed', 20, 'USD', 2000],
    ['credit', 20, 'JPY', 20],
    ['credit', 20.125, 'KWD', 20_125],
    ['credit', 0, 'USD', 0],
  ])('%s of %d %s is %d, and back', (type, value, currency, units) => {
    const converted = toValue({ type, value }, currency, 'v');
    expect(converted).toEqual({ type, units });
    expect(majorOf(converted, currency)).toBe(value);
  });

  const upTo = (most: string, decimals: number): string =>
    `v must be a number from 0 to ${most}, with at most ${decimals} decimals`;

  it.each<[ValueType, number, string, string, string]>([
    ['discount_percent', 100.01, 'USD', 'above_100_percent', 'v must not be more than 100 percent'],
    ['discount_percent', 10.005, 'USD', 'invalid_value', upTo('10000000000', 2)],
    ['discount_fixed', 1.001, 'USD', 'invalid_value', upTo('10000000000', 2)],
    ['credit', 0.5, 'JPY', 'invalid_value', upTo('1000000000000', 0)],
    ['credit', -1, 'KWD', 'invalid_value', upTo('1000000000', 3)],
    ['credit', 1e13, 'JPY', 'invalid_value', upTo('1000000000000', 0)],
  ])('%s of %d %s is refused', (type, value, currency, code, message) => {
    const refused = fieldsRefusedBy(() => toValue({ type, value }, currency, 'v'));
    expect(refused).toEqual([{ field: 'v', code, message }]);
  });
});

describe('smallestUnit', () => {
  it('is a decimal text', () => {
    expect(['JPY', 'USD', 'KWD'].map(smallestUnit)).toEqual(['1.0000', '0.0100', '0.0010']);
  });
});
