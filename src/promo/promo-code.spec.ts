import { normalizePromoCode, PROMO_CODE } from './promo-code.js';

describe('normalizePromoCode', () => {
  it.each([
    [' summer25 ', 'SUMMER25'],
    ['ｓｕｍｍｅｒ', 'SUMMER'],
    ['été-2026', 'ÉTÉ-2026'],
  ])('reads %j as %j', (typed, code) => {
    expect(normalizePromoCode(typed)).toBe(code);
    expect(code).toMatch(PROMO_CODE);
  });

  it.each(['', ' ', 'A B', "A'B", 'A\u0000', '<B>', 'A'.repeat(65), '\u3164', 'A\u115f'])(
    'does not turn %j into a code',
    (typed) => {
      expect(normalizePromoCode(typed)).not.toMatch(PROMO_CODE);
    },
  );
});
