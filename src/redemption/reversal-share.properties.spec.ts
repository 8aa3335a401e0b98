import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { MAX_CENTS } from '../common/money.js';
import { reversalShare, spreadFromLast } from './reversal-share.js';

const RUNS = { numRuns: 10_000 };

// Calculated by hand: round(total * reversed / whole) - returned, half up.
describe('reversalShare', () => {
  it.each<[string, total: number, reversed: number, whole: number, returned: number, share: number]>([
    ['nothing was applied', 0, 0, 0, 0, 0],
    ['no credit was used', 0, 500, 1000, 0, 0],
    ['only credit was used', 1000, 1, 1000, 0, 1],
    ['all at once', 1000, 2000, 2000, 0, 1000],
    ['166.0 is not rounded', 1000, 332, 2000, 0, 166],
    ['166.5 is rounded up', 1000, 333, 2000, 0, 167],
    ['500, of which 167 were returned before', 1000, 1000, 2000, 167, 333],
    ['500.5 rounded up, of which 500 were returned before', 1000, 1001, 2000, 500, 1],
    ['the rest', 1000, 2000, 2000, 501, 499],
    ['a third of a cent: nothing yet', 1, 1, 3, 0, 0],
    ['two thirds: the cent', 1, 2, 3, 0, 1],
    ['three thirds: it was returned already', 1, 3, 3, 1, 0],
    ['one of two cents: the credit first', 1, 1, 2, 0, 1],
    ['the largest amount', MAX_CENTS, MAX_CENTS, MAX_CENTS, MAX_CENTS - 1, 1],
    // 999999999999 × 500000000001 / 10^12 = 500000000000.499999999999: a float would round it to .5, and so up
    ['more digits than a float has', MAX_CENTS - 1, 500_000_000_001, MAX_CENTS, 0, 500_000_000_000],
  ])('%s', (_, total, reversed, whole, returned, share) => {
    expect(reversalShare(total, reversed, whole, returned)).toBe(share);
  });

  it('returns exactly the total over any parts, and never a negative share', () => {
    fc.assert(
      fc.property(reversals(), (given) => {
        const steps = stepsOf(given);
        const sound = steps.every(
          ({ part, share }) => Number.isSafeInteger(share) && share >= 0 && share <= part,
        );
        return sound && (steps.at(-1)?.given ?? 0) === given.total;
      }),
      RUNS,
    );
  });

  it('is never off by more than half a cent at any part', () => {
    fc.assert(
      fc.property(reversals(), ({ total, whole, parts }) =>
        stepsOf({ total, whole, parts }).every(({ reversed, given }) => {
          const twiceOff = 2n * (BigInt(given) * BigInt(whole) - BigInt(total) * BigInt(reversed));
          return twiceOff > -BigInt(whole) && twiceOff <= BigInt(whole);
        }),
      ),
      RUNS,
    );
  });
});

type Taken = Parameters<typeof spreadFromLast>[0];

/** Lots as `'taken/returned'`: `'700/200'`. */
const lots = (...texts: string[]): Taken =>
  texts.map((text) => {
    const [amountCents = 0, restoredCents = 0] = text.split('/').map(Number);
    return { amountCents, restoredCents };
  });

describe('spreadFromLast', () => {
  it.each<[string, Taken, amount: number, back: number[]]>([
    ['no lot', [], 0, []],
    ['one lot, a part', lots('700/0'), 300, [300]],
    ['one lot, all of it', lots('700/0'), 700, [700]],
    ['one lot, the rest', lots('700/500'), 200, [200]],
    ['only the last one, if it is enough', lots('700/0', '300/0'), 300, [0, 300]],
    ['then the one before', lots('700/0', '300/0'), 301, [1, 300]],
    ['what the last one has already got does not count', lots('700/0', '300/250'), 100, [50, 50]],
    ['a last one that has already got everything', lots('700/0', '300/300'), 100, [100, 0]],
    ['all three', lots('5/0', '6/1', '7/2'), 15, [5, 5, 5]],
    ['nothing of three', lots('5/0', '6/0', '7/0'), 0, [0, 0, 0]],
  ])('%s', (_, captured, amount, back) => {
    expect(spreadFromLast(captured, amount)).toEqual(back);
  });

  it('divides the whole amount, gives no lot more than was taken, and fills later lots first', () => {
    fc.assert(
      fc.property(somethingTaken(), ({ captured, amount }) => {
        const back = spreadFromLast(captured, amount);
        const left = captured.map(({ amountCents, restoredCents }) => amountCents - restoredCents);
        const first = back.findIndex((cents) => cents > 0);
        return (
          sum(back) === amount &&
          isDeepStrictEqual([back.length, ...later(back, first)], [left.length, ...later(left, first)]) &&
          back.every((cents, index) => cents >= 0 && cents <= (left[index] ?? 0))
        );
      }),
      RUNS,
    );
  });

  it('does not change its input', () => {
    const captured = Object.freeze(lots('700/0', '300/0').map((lot) => Object.freeze(lot)));
    spreadFromLast(captured, 500);
    expect(captured).toEqual(lots('700/0', '300/0'));
  });
});

describe('reversalShare and spreadFromLast', () => {
  it('return to each lot exactly what was taken from it, over any parts', () => {
    const given = fc
      .tuple(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 6 }), fc.nat(5000))
      .chain(([taken, discount]) => {
        const total = sum(taken);
        return partsOf(total + discount).map((parts) => ({ taken, total, whole: total + discount, parts }));
      });
    fc.assert(
      fc.property(given, ({ taken, total, whole, parts }) => {
        let captured = taken.map((amountCents) => ({ amountCents, restoredCents: 0 }));
        let reversed = 0;
        for (const part of parts) {
          reversed += part;
          const returned = sum(captured.map(({ restoredCents }) => restoredCents));
          const back = spreadFromLast(captured, reversalShare(total, reversed, whole, returned));
          captured = captured.map((lot, index) => ({
            ...lot,
            restoredCents: lot.restoredCents + (back[index] ?? 0),
          }));
        }
        return captured.every(({ amountCents, restoredCents }) => restoredCents === amountCents);
      }),
      RUNS,
    );
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

/** Returns the amounts after the first that is not 0. */
const later = (cents: readonly number[], first: number): readonly number[] =>
  first === -1 ? [] : cents.slice(first + 1);

/** Generates amounts above 0 that add up to the whole; none for a whole of 0. */
function partsOf(whole: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: whole }), { maxLength: 8 }).map((cuts) => {
    const marks = [...new Set([0, ...cuts, whole])].toSorted((a, b) => a - b);
    return marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
  });
}

interface Reversals {
  readonly total: number;
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Reverses part by part, and returns the share of each step and the sum so far. */
function stepsOf({
  total,
  whole,
  parts,
}: Reversals): Record<'part' | 'reversed' | 'share' | 'given', number>[] {
  let reversed = 0;
  let given = 0;
  return parts.map((part) => {
    reversed += part;
    const share = reversalShare(total, reversed, whole, given);
    given += share;
    return { part, reversed, share, given };
  });
}

/** Generates an applied amount, the credit in it, and parts that reverse all of it. */
function reversals(): fc.Arbitrary<Reversals> {
  return fc.oneof(...[10, 10_000, MAX_CENTS].map((max) => fc.integer({ min: 1, max }))).chain((whole) =>
    fc.record({
      total: fc.integer({ min: 0, max: whole }),
      whole: fc.constant(whole),
      parts: partsOf(whole),
    }),
  );
}

/** Generates partly returned lots, and an amount that they have room for. */
function somethingTaken(): fc.Arbitrary<{ captured: Taken; amount: number }> {
  const lot = fc
    .integer({ min: 1, max: 5000 })
    .chain((amountCents) =>
      fc.record({ amountCents: fc.constant(amountCents), restoredCents: fc.nat(amountCents) }),
    );
  return fc.array(lot, { maxLength: 6 }).chain((captured) => {
    const room = sum(captured.map(({ amountCents, restoredCents }) => amountCents - restoredCents));
    return fc.record({ captured: fc.constant(captured), amount: fc.nat(room) });
  });
}
