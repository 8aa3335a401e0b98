import fc from 'fast-check';
import { currencyDecimals, isCurrency, MAX_CENTS, percentOf, toMajor, toUnits } from './money.js';

describe('toUnits', () => {
  it.each([
    [10, 2, 1000],
    [10.5, 2, 1050],
    [10.07, 2, 1007], // 10.07 * 100 is 1007.0000000000001
    [1.005, 3, 1005],
    [0, 2, 0],
    [-0, 2, 0],
    [20, 0, 20],
    [10_000_000_000, 2, MAX_CENTS],
  ])('reads %d with %d decimals as %d', (value, decimals, units) => {
    expect(toUnits(value, decimals)).toBe(units);
  });

  it.each([
    [10.005, 2],
    [0.5, 0],
    [-1, 2],
    [Number.NaN, 2],
    [Infinity, 2],
    [1e21, 2],
    [1e-7, 2],
    [10_000_000_000.01, 2],
  ])('refuses %d with %d decimals', (value, decimals) => {
    expect(toUnits(value, decimals)).toBeNull();
  });

  it('gives back what toMajor wrote, for every amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAX_CENTS }),
        fc.integer({ min: 0, max: 3 }),
        (units, decimals) => {
          expect(toUnits(toMajor(units, decimals), decimals)).toBe(units);
        },
      ),
    );
  });
});

describe('percentOf', () => {
  it.each([
    [10_000, 1000, 1000],
    [5, 1000, 1], // 0.5 rounds up
    [4, 1000, 0],
    [MAX_CENTS, 10_000, MAX_CENTS],
    [MAX_CENTS, 3333, 333_300_000_000],
  ])('%d at %d basis points is %d', (base, basisPoints, amount) => {
    expect(percentOf(base, basisPoints)).toBe(amount);
  });

  it('is within half a cent of the exact share and never above the base', () => {
    const cents = fc.integer({ min: 0, max: MAX_CENTS });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (base, basisPoints) => {
        const share = percentOf(base, basisPoints);
        const difference = 2n * (10_000n * BigInt(share) - BigInt(base) * BigInt(basisPoints));
        expect(difference > -10_000n && difference <= 10_000n).toBe(true);
        expect(share).toBeLessThanOrEqual(base);
      }),
    );
  });
});

describe('currencyDecimals', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['USD', 2],
    ['HUF', 2], // ICU says 0
    ['IDR', 2], // ICU says 0
    ['KWD', 3],
    ['IQD', 3], // ICU says 0
  ])('%s has %d', (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals);
  });
});

describe('isCurrency', () => {
  it('knows ISO codes that are in use, in upper case only', () => {
    const codes = ['USD', 'KWD', 'usd', 'DEM', 'XXXX', ''];
    expect(codes.map(isCurrency)).toEqual([true, true, false, false, false, false]);
  });
});
