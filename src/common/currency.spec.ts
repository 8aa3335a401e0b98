import { currencyDecimals, isCurrency } from './currency.js';

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
