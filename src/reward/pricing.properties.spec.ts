import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { MAX_CENTS } from '../common/money.js';
import { majorOf, toValue, type Value } from '../tenant/value.js';
import { credit, fixed, percent } from '../../test/support/values.js';
import { type Basket, type LeftOut, price, type PriceBreakdown } from './pricing.js';
import { REWARD_ROLES } from '../config/program-terms.js';
import type { Discount, WaterfallLine } from './waterfall.js';

interface Given extends Basket {
  readonly cents: number;
}

const IDS = 'abcdefgh'.split('');

// Small enough that totals reach zero and rounding matters, and up to the largest amounts of the product.
const upTo = (...most: number[]): fc.Arbitrary<number> =>
  fc.oneof(...most.map((max) => fc.integer({ min: 0, max })));
const cents = upTo(20, 10_000, MAX_CENTS);
const part = upTo(5, 3000, MAX_CENTS);
const bps = fc.oneof(fc.constantFrom(1, 3333, 5000, 9999, 10_000), fc.integer({ min: 0, max: 10_000 }));
const moment = fc.integer({ min: 1, max: 3 }).map((day) => new Date(Date.UTC(2026, 0, day)));

const percentage = bps.map(percent);
const amount = part.map(fixed);
const balance = part.map(credit);
const value = fc.oneof(percentage, amount);

const promo = value.map((of) => ({ source: 'promo' as const, ...of }));
const reward = fc
  .tuple(value, fc.record({ role: fc.constantFrom(...REWARD_ROLES), since: moment }, { requiredKeys: [] }))
  .map(([of, earned]) => ({ source: 'referral' as const, ...of, ...earned }));
const lot = fc
  .tuple(balance, fc.record({ since: moment, expiresAt: fc.option(moment) }, { requiredKeys: [] }))
  .map(([of, granted]) => ({ source: 'credit' as const, role: 'referrer' as const, ...of, ...granted }));
const anyone = fc.oneof(promo, { arbitrary: reward, weight: 3 }, { arbitrary: lot, weight: 2 });

const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...all], { minLength: all.length });
const given: fc.Arbitrary<Given> = fc
  .tuple(cents, fc.array(anyone, { maxLength: IDS.length }), shuffled(IDS), fc.boolean())
  .map(([price, drafts, ids, promoCombinable]) => ({
    cents: price,
    discounts: drafts.map((draft, index): Discount => ({ ...draft, id: ids[index] ?? '' })),
    promoCombinable,
  }));

const priceOf = ({ cents, ...basket }: Given): PriceBreakdown => price(cents, basket);

/** Does the same as `expect` without its cost of 60 µs per call. */
const expectSame = (actual: unknown, expected: unknown): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
};
const expectNone = (wrong: readonly unknown[]): void => {
  expectSame(wrong, []);
};

/** Checks ten thousand generated values. A check fails when it throws or returns false. */
const expectOfAny = <T>(values: fc.Arbitrary<T>, check: (value: T) => void): void => {
  fc.assert(fc.property(values, check), { numRuns: 10_000 });
};
/** Checks the price of generated baskets. */
const expectAlways = (check: (priced: PriceBreakdown, given: Given) => void): void => {
  expectOfAny(given, (any) => {
    check(priceOf(any), any);
  });
};

const isDiscount = ({ type }: Discount): boolean => type !== 'credit';
const isCredit = ({ type }: Discount): boolean => type === 'credit';
const isReferrers = (discount: Omit<Discount, 'id'>): boolean =>
  discount.type !== 'credit' && discount.role === 'referrer';
const idsOf = (discounts: readonly Discount[]): string[] => discounts.map(({ id }) => id);
const sumOf = (lines: readonly WaterfallLine[]): bigint =>
  lines.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
const leftFor = (reason: LeftOut['reason'], { leftOut }: PriceBreakdown): Discount[] =>
  leftOut.filter((left) => left.reason === reason).map(({ discount }) => discount);
/** Returns text that sorts by age. A discount without a time is the oldest. */
const ageOf = ({ id, since }: Discount): string => `${since?.toISOString() ?? ''} ${id}`;
const sorted = (discounts: readonly Discount[], by: (discount: Discount) => string): string[] =>
  discounts.map(by).sort();

describe('price of any basket', () => {
  it('adds up to the cent', () => {
    expectAlways(({ subtotalCents, lines, discountCents, creditCents, totalCents }, { cents }) => {
      expectSame([subtotalCents, discountCents + creditCents + totalCents], [cents, cents]);
      expectSame([discountCents, creditCents, totalCents].map(BigInt), [
        sumOf(lines.filter(isDiscount)),
        sumOf(lines.filter(isCredit)),
        BigInt(cents) - sumOf(lines),
      ]);
    });
  });

  it('applies each line to what the previous line left', () => {
    expectAlways(({ lines, totalCents }, { cents }) => {
      const steps = lines.map((line) => [line.baseCents, line.baseCents - line.amountCents]);
      const totals = [cents, ...lines.map(({ runningTotalCents }) => runningTotalCents)];
      const chained = lines.map((_, index) => totals.slice(index, index + 2));
      expectSame(steps, chained);
      expectSame(totals.at(-1), totalCents);
    });
  });

  it('is never negative, and every amount is a positive safe integer', () => {
    expectAlways(({ lines, totalCents, discountCents, creditCents }) => {
      const sums = [totalCents, discountCents, creditCents, ...lines.map((line) => line.runningTotalCents)];
      expectNone(sums.filter((sum) => !Number.isSafeInteger(sum) || sum < 0));
      expectNone(lines.filter((line) => !Number.isSafeInteger(line.amountCents) || line.amountCents < 1));
    });
  });

  it('does not depend on the order of the input', () => {
    const both = given.chain((any) => fc.tuple(fc.constant(any), shuffled(any.discounts)));
    expectOfAny(both, ([any, discounts]) => {
      expectSame(priceOf({ ...any, discounts }), priceOf(any));
    });
  });

  it('applies percent before fixed before credit, promo before referral, then the older first', () => {
    const KINDS = ['discount_percent promo', 'discount_percent referral', 'discount_fixed promo'];
    const ORDER = [...KINDS, 'discount_fixed referral', 'credit credit'];
    expectAlways(({ lines }) => {
      const kinds = lines.map(({ type, source }) => ORDER.indexOf(`${type} ${source}`));
      const ages = lines.map((line) => (isDiscount(line) ? ageOf(line) : ''));
      const places = ages.map((age, index) => `${kinds[index] ?? ''} ${age}`);
      expectSame(places, places.toSorted());
    });
  });

  // Half up means: -1/2 < amount - share <= 1/2.
  const isHalfUp = (base: number, units: number, amountCents: number): boolean => {
    const off = 2n * (BigInt(amountCents) * 10_000n - BigInt(base) * BigInt(units));
    return -10_000n < off && off <= 10_000n;
  };

  it('rounds each percentage once, half up', () => {
    expectAlways(({ lines }) => {
      const percentages = lines.filter(({ type }) => type === 'discount_percent');
      expectNone(percentages.filter((line) => !isHalfUp(line.baseCents, line.units, line.amountCents)));
    });
  });

  /** 99.99 % of these end in .4999. The product of the largest ones exceeds the precision of a float. */
  const justBelowHalf = fc.integer({ min: 0, max: 99_999_999 }).map((n) => n * 10_000 + 5001);

  it('rounds a single percentage half up, even to zero', () => {
    expectOfAny(fc.tuple(fc.oneof(cents, justBelowHalf), bps), ([base, units]) => {
      const discounts: Discount[] = [{ id: 'a', source: 'promo', ...percent(units) }];
      return isHalfUp(base, units, price(base, { discounts, promoCombinable: true }).discountCents);
    });
  });

  it('takes a whole amount or lot, or everything that is left', () => {
    expectAlways(({ lines }) => {
      const amounts = lines.filter(({ type }) => type !== 'discount_percent');
      expectNone(amounts.filter((line) => line.amountCents !== Math.min(line.units, line.baseCents)));
    });
  });

  it('takes lots by expiry, then age, and starts the next only when the previous is empty', () => {
    const turnOf = (lot: Discount): string => `${lot.expiresAt?.toISOString() ?? 'never'} ${ageOf(lot)}`;
    expectAlways(({ lines, totalCents }, { discounts }) => {
      const lots = discounts.filter((lot) => isCredit(lot) && lot.units > 0);
      const turns = sorted(lots, turnOf);
      const used = lines.filter(isCredit);
      expectSame(used.map(turnOf), totalCents > 0 ? turns : turns.slice(0, used.length));
      expectNone(used.slice(0, -1).filter(({ units, amountCents }) => units !== amountCents));
    });
  });

  it('uses each discount or gives a reason, never both; unused credit stays without a reason', () => {
    expectAlways(({ lines, leftOut }, { discounts }) => {
      const left = leftOut.map(({ discount }) => discount);
      const told = [...idsOf(lines.filter(isDiscount)), ...idsOf(left)].sort();
      expectSame(told, idsOf(discounts.filter(isDiscount)).sort());
      expectNone(left.filter((discount) => !discounts.includes(discount)));
      const asGiven = lines.map((line) => ({ ...line, ...discounts.find(({ id }) => id === line.id) }));
      expectSame(lines, asGiven);
    });
  });

  it('reports that a discount saves nothing only if it would not take a cent off the total', () => {
    expectAlways((priced) => {
      const useful = leftFor('saves_nothing', priced).filter(({ type, units }) =>
        type === 'discount_percent'
          ? !isHalfUp(priced.totalCents, units, 0)
          : Math.min(priced.totalCents, units) > 0,
      );
      expectNone(useful);
    });
  });

  it('uses at most one discount earned as a referrer, the oldest', () => {
    expectAlways((priced, { discounts }) => {
      const [oldest, ...others] = sorted(discounts.filter(isReferrers), ageOf);
      const used = priced.lines.filter(isReferrers).map(ageOf);
      expectSame(used, used.length === 0 ? [] : [oldest]);
      expectSame(sorted(leftFor('one_referrer_reward_per_invoice', priced), ageOf), others);
    });
  });

  it('excludes all referral discounts, and nothing else, if a used promo is not combinable', () => {
    expectAlways((priced, { cents, discounts, promoCombinable }) => {
      const saves = ({ source, type, units }: Discount): boolean =>
        source === 'promo' &&
        (type === 'discount_percent'
          ? BigInt(cents) * BigInt(units) >= 5000n // half a cent, which rounds up
          : Math.min(cents, units) > 0);
      const keepsOut = !promoCombinable && discounts.some(saves);
      const kept = leftFor('promo_not_combinable', priced);
      expectNone(priced.lines.filter(({ source }) => keepsOut && source === 'referral'));
      expectNone(kept.filter(({ source }) => !keepsOut || source !== 'referral'));
    });
  });

  it('gives the price without the promo exactly when the promo excluded something', () => {
    expectAlways((priced, any) => {
      const without = any.discounts.filter(({ source }) => source !== 'promo');
      const { totalCents } = priceOf({ ...any, discounts: without });
      const shown = priced.alternatives.map((alternative) => alternative.totalCents);
      expectSame(shown, leftFor('promo_not_combinable', priced).length > 0 ? [totalCents] : []);
    });
  });

  it('never costs more with an additional discount', () => {
    // Except for one earned as a referrer: an older one replaces the one that was used, and may be worth less.
    const more = anyone.filter((one) => !isReferrers(one));
    expectOfAny(fc.tuple(given, more), ([any, one]) => {
      const before = price(any.cents, { discounts: any.discounts, promoCombinable: true });
      const discounts = [...any.discounts, { ...one, id: 'one more' }];
      return price(any.cents, { discounts, promoCombinable: true }).totalCents <= before.totalCents;
    });
  });
});

describe.each([
  ['JPY', 0],
  ['USD', 2],
  ['KWD', 3],
])('price in %s, with %d decimals', (currency, decimals) => {
  /** Converts an amount to the text that a person would write, by moving the decimal point. */
  const written = (units: number, places: number): number => {
    const digits = String(units).padStart(places + 1, '0');
    return Number(`${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`);
  };
  const writtenValue = ({ type, units }: Value): number =>
    written(units, type === 'discount_percent' ? 2 : decimals);
  const read = (value: Value): Value =>
    toValue({ type: value.type, value: writtenValue(value) }, currency, 'value');

  it('stays a whole number of the smallest unit, and every amount survives formatting and parsing', () => {
    const money = fc.tuple(cents, fc.array(fc.oneof(value, balance), { maxLength: 4 }));
    expectOfAny(money, ([subtotal, values]) => {
      const discounts = values.map((given, index): Discount => {
        const source = given.type === 'credit' ? 'credit' : 'referral';
        return { id: String(index), source, ...read(given) };
      });
      const priced = price(read(credit(subtotal)).units, { discounts, promoCombinable: true });
      const amounts = priced.lines.flatMap((line) => [line.amountCents, line.runningTotalCents]);
      const all = [...values, ...[subtotal, priced.totalCents, ...amounts].map(credit)];
      const shown = all.map((one) => majorOf(one, currency));
      expectSame([all.map(read), shown], [all, all.map(writtenValue)]);
    });
  });
});
