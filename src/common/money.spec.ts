import fc from 'fast-check';
import {
  basisPoints,
  currencyDecimals,
  isCurrency,
  MAX_CENTS,
  percentOf,
  toMajor,
  toUnits,
} from './money.js';

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

  it('is the inverse of toMajor, for every amount', () => {
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
  ])('%d at %d basis points is %d', (base, points, amount) => {
    expect(percentOf(base, basisPoints(points))).toBe(amount);
  });

  it('is within half a cent of the exact share and never above the base', () => {
    const cents = fc.integer({ min: 0, max: MAX_CENTS });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10_000 }), (base, points) => {
        const share = percentOf(base, basisPoints(points));
        const difference = 2n * (10_000n * BigInt(share) - BigInt(base) * BigInt(points));
        expect(difference > -10_000n && difference <= 10_000n).toBe(true);
        expect(share).toBeLessThanOrEqual(base);
      }),
    );
  });
});

const words = (text: string): string[] => text.split(/\s+/);

/** ISO 4217, written out a second time: a slip of a letter in one of the two shows. */
const WITHOUT_DECIMALS = words('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF');
const WITH_THREE = words('BHD IQD JOD KWD LYD OMR TND');
const WITH_TWO = words(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
   CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
   KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
   NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT
   TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
);

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const THREE_LETTERS = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => a + b + c)));

describe('currencyDecimals', () => {
  it.each([
    [0, WITHOUT_DECIMALS],
    [2, WITH_TWO], // ICU says 0 of HUF and IDR
    [3, WITH_THREE], // ICU says 0 of IQD
  ])('is %d for each that has so many by ISO 4217', (decimals, codes) => {
    expect(codes.filter((code) => currencyDecimals(code) !== decimals)).toEqual([]);
  });
});

describe('isCurrency', () => {
  it('knows each of them, and no other three letters', () => {
    const known = [...WITHOUT_DECIMALS, ...WITH_TWO, ...WITH_THREE].sort();
    expect(THREE_LETTERS.filter(isCurrency)).toEqual(known);
  });

  it.each(['usd', 'Usd', 'XXXX', 'US', ' USD', 'USD ', ''])('knows no %j', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});
