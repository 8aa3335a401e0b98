import { credit, fixed, percent } from '../../test/support/values.js';
import { byAge, byOrder, type Discount, waterfall } from './waterfall.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const promo = { source: 'promo', ...fixed(100) } as const;
const reward = { source: 'referral', ...fixed(100) } as const;
const lot = { source: 'credit', ...credit(100) } as const;

/** In the expected order. The ids run backwards, so that only the last two are ordered by id. */
const IN_ORDER: Discount[] = [
  { ...promo, ...percent(1), id: 'l', since: day(9) },
  { ...reward, ...percent(9000), id: 'k', since: day(1) },
  { ...promo, id: 'j', since: day(9) },
  { ...reward, id: 'i' }, // without a time: the oldest
  { ...reward, id: 'h', since: day(1), expiresAt: day(20) },
  { ...reward, id: 'g', since: day(2), expiresAt: day(10) }, // only the expiry of credit counts
  { ...lot, id: 'f', since: day(3), expiresAt: day(10) },
  { ...lot, id: 'e', since: day(1), expiresAt: day(20) },
  { ...lot, id: 'd', since: day(2), expiresAt: day(20) },
  { ...lot, id: 'c', since: day(1), expiresAt: null },
  { ...lot, id: 'a', since: day(2), expiresAt: null },
  { ...lot, id: 'b', since: day(2) },
];

const idsOf = (discounts: readonly Discount[]): string => discounts.map(({ id }) => id).join('');

describe('byOrder', () => {
  it('orders every pair the same way, whichever comes first', () => {
    for (const [index, later] of IN_ORDER.entries()) {
      for (const earlier of IN_ORDER.slice(0, index)) {
        expect([earlier.id, later.id, byOrder(earlier, later) < 0]).toEqual([earlier.id, later.id, true]);
        expect([later.id, earlier.id, byOrder(later, earlier) > 0]).toEqual([later.id, earlier.id, true]);
      }
    }
    expect(idsOf(IN_ORDER.toReversed().toSorted(byOrder))).toBe('lkjihgfedcab');
  });
});

describe('byAge', () => {
  it('orders by time, then by id; a discount without a time is the oldest', () => {
    expect(idsOf(IN_ORDER.toSorted(byAge))).toBe('icehkabdgfjl');
  });
});

describe('waterfall', () => {
  it('has a line for each discount that saves something, with the properties of the discount', () => {
    const half = { ...reward, ...percent(5000), id: 'half', role: 'referee' } as const;
    const none = { ...promo, ...fixed(0), id: 'none' };
    const rest = { ...lot, ...credit(900), id: 'rest', since: day(1), expiresAt: day(2) };
    const unused = { ...lot, id: 'unused', since: day(1), expiresAt: day(3) };
    expect(waterfall(1000, [unused, none, rest, half])).toEqual([
      { ...half, baseCents: 1000, amountCents: 500, runningTotalCents: 500 },
      { ...rest, baseCents: 500, amountCents: 500, runningTotalCents: 0 },
    ]);
  });

  it('does not change the discounts it was given', () => {
    const given = Object.freeze(IN_ORDER.toReversed());
    expect(waterfall(10_000, given)).toHaveLength(12);
    expect(idsOf(given)).toBe('bacdefghijkl');
  });
});
