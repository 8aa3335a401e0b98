import fc from 'fast-check';
import { MAX_CENTS } from '../common/money.js';
import {
  type ReversalShares,
  reversalShare,
  type ReversibleAmounts,
  type ReversibleLine,
  shareOfAmount,
  shareOfRefund,
  shareOfRest,
} from './reversal-share.js';

const RUNS = { numRuns: 3_000 };
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** A redemption with what reversals have taken back so far, as the tables keep it. */
interface State {
  readonly amounts: ReversibleAmounts;
  readonly lines: readonly ReversibleLine[];
}

function stateOf(subtotalCents: number, lines: readonly Omit<ReversibleLine, 'restoredCents'>[]): State {
  const total = (isCredit: boolean): number =>
    sum(
      lines.filter(({ source }) => (source === 'credit') === isCredit).map(({ amountCents }) => amountCents),
    );
  return {
    amounts: {
      subtotalCents,
      discountCents: total(false),
      creditCents: total(true),
      reversedCents: 0,
      restoredCreditCents: 0,
      refundedCents: 0,
    },
    lines: lines.map((line) => ({ ...line, restoredCents: 0 })),
  };
}

const after = ({ amounts, lines }: State, shares: ReversalShares): State => ({
  amounts: {
    ...amounts,
    reversedCents: amounts.reversedCents + shares.amountCents,
    restoredCreditCents: amounts.restoredCreditCents + sum(shares.credit),
    refundedCents: amounts.refundedCents + shares.refundedCents,
  },
  lines: lines.map((line, index) => ({
    ...line,
    restoredCents: line.restoredCents + (shares.credit[index] ?? 0),
  })),
});

/** What the CHECKs of the tables require, so that no reversal fails there. */
const isSound = (
  { amounts, lines }: State,
  { amountCents, refundedCents, credit }: ReversalShares,
): boolean => {
  const { subtotalCents, discountCents, creditCents, reversedCents, restoredCreditCents } = amounts;
  const applied = discountCents + creditCents;
  const discount = reversedCents - restoredCreditCents;
  return (
    [amountCents, refundedCents, ...credit].every((cents) => Number.isSafeInteger(cents) && cents >= 0) &&
    sum(credit) <= amountCents &&
    reversedCents <= applied &&
    restoredCreditCents <= creditCents &&
    discount >= 0 &&
    discount <= discountCents &&
    amounts.refundedCents <= subtotalCents &&
    (amounts.refundedCents < subtotalCents || reversedCents === applied) &&
    lines.every(({ source, amountCents: taken, restoredCents }) =>
      source === 'credit' ? restoredCents <= taken : restoredCents === 0,
    )
  );
};

/** Generates an invoice with up to two discounts and three lots of credit. */
const redemptions = fc
  .oneof(...[20, 10_000, MAX_CENTS].map((max) => fc.integer({ min: 1, max })))
  .chain((subtotal) =>
    fc.tuple(
      fc.constant(subtotal),
      fc.array(
        fc.record({
          source: fc.constantFrom<ReversibleLine['source']>('promo', 'referral', 'credit', 'credit'),
          fraction: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 5 },
      ),
    ),
  )
  .map(([subtotal, drawn]) => {
    let left = subtotal;
    const lines = drawn.flatMap(({ source, fraction }) => {
      const amountCents = Math.floor(left * fraction);
      left -= amountCents;
      return amountCents === 0 ? [] : [{ source, amountCents }];
    });
    return stateOf(subtotal, lines);
  });

/** A fraction of what is left, by refund or by amount. */
const steps = fc.array(
  fc.record({
    by: fc.constantFrom<'refund' | 'amount'>('refund', 'amount'),
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 8 },
);

function take(
  { amounts, lines }: State,
  by: 'refund' | 'amount',
  fraction: number,
): ReversalShares | undefined {
  const left =
    by === 'refund'
      ? amounts.subtotalCents - amounts.refundedCents
      : amounts.discountCents + amounts.creditCents - amounts.reversedCents;
  const part = Math.min(left, Math.max(1, Math.floor(left * fraction)));
  if (part === 0) return undefined;
  return by === 'refund' ? shareOfRefund(amounts, lines, part) : shareOfAmount(amounts, lines, part);
}

describe('a reversal by refund or amount', () => {
  it('adds up to the whole over any parts, and never fails a CHECK of the tables', () => {
    fc.assert(
      fc.property(redemptions, steps, (start, parts) => {
        let state = start;
        for (const { by, fraction } of parts) {
          const shares = take(state, by, fraction);
          if (shares === undefined) continue;
          state = after(state, shares);
          if (!isSound(state, shares)) return false;
        }
        const rest = shareOfRest(state.amounts, state.lines);
        state = after(state, rest);
        const { subtotalCents, discountCents, creditCents, ...taken } = state.amounts;
        return (
          isSound(state, rest) &&
          taken.refundedCents === subtotalCents &&
          taken.reversedCents === discountCents + creditCents &&
          taken.restoredCreditCents === creditCents
        );
      }),
      RUNS,
    );
  });

  it('is the rounded share of each line, whatever refunds came before', () => {
    fc.assert(
      fc.property(redemptions, steps, (start, parts) => {
        let state = start;
        for (const { fraction } of parts) {
          const shares = take(state, 'refund', fraction);
          if (shares === undefined) continue;
          state = after(state, shares);
          const { subtotalCents, refundedCents, reversedCents } = state.amounts;
          const exact = state.lines.map(({ amountCents }) =>
            reversalShare(amountCents, refundedCents, subtotalCents, 0),
          );
          const credit = state.lines.every(
            ({ source, restoredCents }, index) => source !== 'credit' || restoredCents === exact[index],
          );
          if (!credit || reversedCents !== sum(exact)) return false;
        }
        return true;
      }),
      RUNS,
    );
  });

  it('by an amount returns the same credit as a single share, as before there were refunds', () => {
    fc.assert(
      fc.property(redemptions, steps, (start, parts) => {
        let state = start;
        for (const { fraction } of parts) {
          const shares = take(state, 'amount', fraction);
          if (shares === undefined) continue;
          const { creditCents, discountCents, reversedCents, restoredCreditCents } = state.amounts;
          const reversed = reversedCents + shares.amountCents;
          const share = reversalShare(
            creditCents,
            reversed,
            creditCents + discountCents,
            restoredCreditCents,
          );
          if (sum(shares.credit) !== share) return false;
          state = after(state, shares);
        }
        return true;
      }),
      RUNS,
    );
  });
});
