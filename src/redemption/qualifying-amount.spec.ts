import { undoesQualification } from './qualifying-amount.js';

// Worked by hand: left = qualified - round(qualified × refunded / subtotal), half up.
describe('undoesQualification', () => {
  it.each<
    [string, qualified: number, subtotal: number, refunded: number, min: number | null, undone: boolean]
  >([
    ['nothing is refunded', 8000, 10_000, 0, 8000, false],
    ['all of it, without a minimum', 8000, 10_000, 10_000, null, true],
    ['all but one cent, without a minimum', 8000, 10_000, 9999, null, false],
    ['a share that rounds to nothing left, without a minimum', 1, 10_000, 9999, null, false],
    ['5000 are left', 8000, 10_000, 3750, 5000, false],
    ['8000 × 3751 ÷ 10000 = 3000.8: 4999 are left', 8000, 10_000, 3751, 5000, true],
    ['3 × 1 ÷ 2 = 1.5, rounded up: 1 is left', 3, 2, 1, 2, true],
    ['all of it, whatever the minimum', 8000, 10_000, 10_000, 1, true],
  ])('%s', (_, qualified, subtotalCents, refundedCents, minInvoiceCents, undone) => {
    expect(undoesQualification(qualified, { subtotalCents, refundedCents }, { minInvoiceCents })).toBe(
      undone,
    );
  });
});
