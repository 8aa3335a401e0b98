import { normalisePromoCode, PROMO_CODE } from './promo-code.js';

describe('normalisePromoCode', () => {
  it.each([
    [' summer25 ', 'SUMMER25'],
    ['ｓｕｍｍｅｒ', 'SUMMER'],
    ['été-2026', 'ÉTÉ-2026'],
  ])('reads %j as %j', (typed, code) => {
    expect(normalisePromoCode(typed)).toBe(code);
    expect(code).toMatch(PROMO_CODE);
  });

  it.each(['', ' ', 'A B', "A'B", 'A\u0000', '<B>', 'A'.repeat(65), '\u3164', 'A\u115f'])(
    'leaves %j no code',
    (typed) => {
      expect(normalisePromoCode(typed)).not.toMatch(PROMO_CODE);
    },
  );
});
