import fc from 'fast-check';
import { promoCodeOf, referralCodeOf, shownCode } from './typed-code.js';

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
    ['my code is  KH7N-4WP3!', 'my code is  KH7N-4WP3!'],
    [' “kh7n4wp3”\n', '“kh7n4wp3”'],
    ['Enroll\there:\uD800 kh7n4wp3', 'Enroll here:  kh7n4wp3'],
    ['https://example.com/enroll/acme?ref=KH7N4WP3', 'https://example.com/enroll/acme?ref=KH7N4WP3'],
  ])('the referral code in %j is %s', (typed, code) => {
    expect(referralCodeOf(typed)).toBe(code);
  });

  it('a promo code keeps its dashes', () => {
    expect(promoCodeOf(' spring - 15')).toBe('SPRING-15');
  });

  it.each([
    ['spring 15', 'SPRING15'],
    ['my code is spring15', 'my code is spring15'],
    ['“spring15”', '“spring15”'],
    ['https://example.com/enroll/acme?promo=spring15', 'https://example.com/enroll/acme?promo=spring15'],
  ])('the promo code in %j is sent as %s', (typed, sent) => {
    expect(promoCodeOf(typed)).toBe(sent);
  });

  it('is cut to the limit of the API, but not within a character', () => {
    expect(referralCodeOf(` ${'x'.repeat(300)}`)).toBe('x'.repeat(256));
    expect(referralCodeOf(`${'x'.repeat(255)}😀`)).toBe('x'.repeat(255));
    expect(promoCodeOf(`a b ${'x'.repeat(251)}😀`)).toBe(`a b ${'x'.repeat(251)}`);
  });

  it('any pasted text becomes text that the API accepts (256 characters of well-formed text on one line)', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        for (const code of [referralCodeOf(typed), promoCodeOf(typed)]) {
          expect(code.length).toBeLessThanOrEqual(256);
          expect(code).not.toMatch(/[\p{Cc}\p{Cs}]|^\s|\s$/u);
        }
      }),
    );
  });

  it.each([
    ['KH7N4WP3', 'KH7N4WP3'],
    ['X'.repeat(64), 'X'.repeat(64)], // the longest promo code
    ['😀'.repeat(65), `${'😀'.repeat(63)}…`],
    ['my code is KH7N4WP3', '“my code is KH7N4WP3”'],
    ['https://example.com/enroll/acme?promo=SPRING15&ref=KH7N4WP3#top', 'KH7N4WP3'],
    [`?ref=${'X'.repeat(65)}`, `${'X'.repeat(63)}…`],
  ])('%s is shown as %s', (sent, shown) => {
    expect(shownCode(sent, 'ref')).toBe(shown);
  });
});
