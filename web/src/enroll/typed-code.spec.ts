import fc from 'fast-check';
import { promoCodeOf, referralCodeOf } from './typed-code.js';

/** Any characters: `fc.string({ unit: 'binary' })`, without its second of preparation. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), {
    maxLength: 600,
  })
  .map((points) => String.fromCodePoint(...points));

describe('typed codes', () => {
  it.each([
    [' kh7n 4wp3 ', 'KH7N4WP3'],
    ['KH7N-4WP3', 'KH7N4WP3'],
    ['kh7n–4wp3', 'KH7N4WP3'], // the dash of phone keyboards
    ['ＫＨ７Ｎ４ＷＰ３', 'KH7N4WP3'],
    ['kh7n\t4wp3\n', 'KH7N4WP3'],
    ['  ', ''],
  ])('the referral code in %j is %s', (typed, code) => {
    expect(referralCodeOf(typed)).toBe(code);
  });

  it('a promo code keeps its dashes', () => {
    expect(promoCodeOf(' spring - 15')).toBe('SPRING-15');
  });

  it('any pasted text becomes text that the API accepts (256 characters of well-formed, visible text)', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const code of [referralCodeOf(typed), promoCodeOf(typed)]) {
          expect(code.length).toBeLessThanOrEqual(256);
          expect(code).not.toMatch(/[\s\p{Cc}\p{Cs}]/u);
        }
      }),
    );
  });
});
