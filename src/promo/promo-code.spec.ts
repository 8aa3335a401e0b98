import { normalizePromoCode, pastedPromoCode, PROMO_CODE } from './promo-code.js';

describe('normalizePromoCode', () => {
  it.each([
    [' summer25 ', 'SUMMER25'],
    ['ｓｕｍｍｅｒ', 'SUMMER'],
    ['été-2026', 'ÉTÉ-2026'],
    ['e\u0301te\u0301-2026', 'ÉTÉ-2026'],
    ...['İNDİRİM', 'indirim', 'INDIRIM', 'ındırım', 'i\u0307ndirim'].map((typed) => [typed, 'INDIRIM']),
    ...['kiş20', 'KİŞ20', 'KIŞ20'].map((typed) => [typed, 'KIŞ20']),
    ...['straße10', 'STRASSE10', 'STRAẞE10'].map((typed) => [typed, 'STRASSE10']),
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

describe('pastedPromoCode', () => {
  it.each([
    'summer25',
    '"SUMMER25"',
    'SUMMER25.',
    '#summer25',
    'SUMMER\u200B25',
    'code: SUMMER25',
    'Get 10 % off with SUMMER25!',
    'https://acme.example/enroll/acme-waste?ref=KH7N4WP3&promo=summer25',
  ])('finds the code in %j', (pasted) => {
    expect(pastedPromoCode(pasted)).toBe('SUMMER25');
  });

  it.each(['PROMO: summer25', 'USE SUMMER25 NOW', 'My CODE is summer25'])('finds it in %j', (pasted) => {
    expect(pastedPromoCode(pasted)).toBe('SUMMER25');
  });

  it('takes the code of a link as it is', () => {
    expect(pastedPromoCode('https://a.example/e?promo=_X_')).toBe('_X_');
    expect(pastedPromoCode('https://a.example/e?promo=50%25OFF')).not.toMatch(PROMO_CODE);
  });

  it.each([
    'SUMMER25 WINTER25',
    'SUMMER 25',
    'summer 25',
    'GET 10 %',
    '50%OFF',
    'any word',
    "A'B",
    '',
    'https://a.example/?promo=SUMMER25,https://a.example/?promo=WINTER25',
  ])('does not choose in %j', (pasted) => {
    expect(pastedPromoCode(pasted)).not.toMatch(PROMO_CODE);
  });
});
