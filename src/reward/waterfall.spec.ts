import fc from 'fast-check';
import { MAX_CENTS } from '../common/money.js';
import { VALUE_TYPES } from '../tenant/value-units.js';
import { type Discount, waterfall } from './waterfall.js';

const off = (source: Discount['source'], percent: number): Discount => ({
  source,
  type: 'discount_percent',
  units: percent * 100,
});
const fixed = (source: Discount['source'], units: number): Discount => ({
  source,
  type: 'discount_fixed',
  units,
});
const credit = (units: number): Discount => ({ source: 'referral', type: 'credit', units });

const totals = (subtotal: number, ...discounts: Discount[]): number[] =>
  waterfall(subtotal, discounts).lines.map(({ runningTotalCents }) => runningTotalCents);

describe('waterfall', () => {
  // Worked by hand, in cents.
  it.each<[string, number, Discount[], number[]]>([
    ['10 % and 10 % are 19 %, not 20 %', 10_000, [off('promo', 10), off('referral', 10)], [9000, 8100]],
    ['percent comes before fixed', 10_000, [fixed('promo', 2000), off('referral', 10)], [9000, 7000]],
    [
      'credit comes last',
      10_000,
      [credit(2000), fixed('promo', 1000), off('referral', 50)],
      [5000, 4000, 2000],
    ],
    ['a fixed discount stops at zero', 1500, [fixed('promo', 2000)], [0]],
    ['nothing is left for the next one', 1500, [fixed('promo', 2000), credit(500)], [0]],
    ['half a cent rounds up', 5, [off('promo', 10)], [4]],
    ['less than half a cent saves nothing', 4, [off('promo', 10)], []],
    ['100 % makes it free', 999, [off('promo', 100), off('referral', 10)], [0]],
    ['nothing to discount', 0, [off('promo', 10), credit(500)], []],
    ['no discount', 10_000, [], []],
  ])('%s', (_, subtotal, discounts, expected) => {
    expect(totals(subtotal, ...discounts)).toEqual(expected);
  });

  const anyDiscount: fc.Arbitrary<Discount> = fc
    .record({ source: fc.constantFrom('promo', 'referral'), type: fc.constantFrom(...VALUE_TYPES) })
    .chain(({ source, type }) =>
      fc
        .integer({ min: 0, max: type === 'discount_percent' ? 10_000 : MAX_CENTS })
        .map((units) => ({ source, type, units })),
    );
  const anySubtotal = fc.integer({ min: 0, max: MAX_CENTS });

  it('adds up to the cent, never below zero, whatever the order given', () => {
    fc.assert(
      fc.property(anySubtotal, fc.array(anyDiscount, { maxLength: 6 }), (subtotal, discounts) => {
        const { lines, totalCents } = waterfall(subtotal, discounts);
        const saved = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(totalCents).toBe(subtotal - saved);
        expect(totalCents).toBeGreaterThanOrEqual(0);
        expect(lines.every(({ amountCents }) => Number.isSafeInteger(amountCents) && amountCents > 0)).toBe(
          true,
        );
        lines.forEach((line, index) => {
          expect(line.baseCents).toBe(index === 0 ? subtotal : lines[index - 1]?.runningTotalCents);
        });
        expect(waterfall(subtotal, discounts.toReversed())).toEqual({
          subtotalCents: subtotal,
          lines,
          totalCents,
        });
      }),
      { numRuns: 10_000 },
    );
  });
});
