import fc from 'fast-check';
import { ALPHABET, newReferralCode, normalizeReferralCode, REFERRAL_CODE } from './referral-code.js';

describe('newReferralCode', () => {
  it('has eight symbols of the published alphabet', () => {
    expect(ALPHABET).toBe('ABCDEFGHJKLMNPQRSTUVWXYZ23456789');
    for (let draw = 0; draw < 1000; draw++) expect(newReferralCode()).toMatch(REFERRAL_CODE);
  });

  it('draws every symbol about equally often', () => {
    const draws = 20_000;
    const counts = new Map<string, number>();
    for (let draw = 0; draw < draws; draw++) {
      for (const symbol of newReferralCode().split('')) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    const expected = (draws * 8) / 32;
    const chiSquare = ALPHABET.split('').reduce(
      (sum, symbol) => sum + ((counts.get(symbol) ?? 0) - expected) ** 2 / expected,
      0,
    );
    expect(chiSquare).toBeLessThan(90); // 31 degrees of freedom: exceeded by chance once in ten million runs
  });
});

describe('normalizeReferralCode', () => {
  it.each([
    ['KH7N4WP3', 'KH7N4WP3'],
    [' kh7n-4wp3 ', 'KH7N4WP3'],
    ['kh7n 4wp3\n', 'KH7N4WP3'],
    ['ＫＨ７Ｎ４ＷＰ３', 'KH7N4WP3'],
    ['KH7N—4WP3', 'KH7N4WP3'],
    ['1i234567', 'LL234567'],
  ])('reads %j as %s', (typed, code) => {
    expect(normalizeReferralCode(typed)).toBe(code);
  });

  it.each([
    'KH7N4WP3.',
    'KH7N4WP3,',
    '"KH7N4WP3"',
    '„KH7N-4WP3“',
    '#KH7N4WP3',
    '(kh7n4wp3)',
    'KH7N\u22124WP3',
    'https://acme.example/?ref=KH7N%2D4WP3',
    'https://l.example/?u=https%3A%2F%2Facme.example%2F%3Fref%3DKH7N4WP3&h=ABCD2345',
    '*KH7N4WP3*',
    '_KH7N4WP3_',
    'KH7N\u200B4WP3',
    '\u2068KH7N4WP3\u2069',
    'KH7N4WP3\u202C',
    'my code is KH7N4WP3',
    'Mi código: kh7n-4wp3!',
    'Use my discount code KH7N4WP3 😀',
    'https://acme.example/enroll/acme-waste?ref=KH7N4WP3',
    'https://acme.example/enroll/acme-waste?utm_campaign=SUMMER25&ref=kh7n-4wp3&utm_source=whatsapp#top',
    'Use my code KH7N4WP3 at https://acme.example/enroll/acme-waste?ref=KH7N4WP3.',
  ])('finds the one code in %j', (pasted) => {
    expect(normalizeReferralCode(pasted)).toBe('KH7N4WP3');
  });

  it('takes little time for any text', () => {
    const hostile = [
      '\u3316'.repeat(256),
      `?${'\u2057'.repeat(255)}`,
      '?ref='.repeat(51),
      'a-'.repeat(128),
      '%'.repeat(256),
    ];
    const started = process.cpuUsage();
    for (let turn = 0; turn < 20; turn++) hostile.forEach((text) => normalizeReferralCode(text));
    const { user } = process.cpuUsage(started);
    expect(user / 1000 / 100).toBeLessThan(5); // milliseconds for one; 69 with an expression that looks back
  });

  it('finds a code of letters alone in a sentence that has no other word of its length', () => {
    expect(normalizeReferralCode('my code is abcdefgh')).toBe('ABCDEFGH');
  });

  it.each([
    'KH7N4WP3 or KH7N4WP4',
    'https://acme.example/?ref=KH7N4WP3,https://acme.example/?ref=KH7N4WP4',
    'KH7N4WP3:https://acme.example/?ref=KH7N4WP4',
    'https://acme.example/?ref=KH7N4WP3&ref=KH7N4WP4',
    'KH7N4WP3, ABCDEFGH',
    'https://acme.example/?ref=KH7N4WP3 https://acme.example/?ref=KH7N4WP4',
    'Use KH7N4WP4 at https://acme.example/?ref=KH7N4WP3',
    'https://acme.example/enroll/acme-waste?ref=',
    'whatsapp abcdefgh',
  ])('does not choose between codes: %j', (pasted) => {
    expect(normalizeReferralCode(pasted)).not.toMatch(REFERRAL_CODE);
  });

  it.each(['', '0H7N4WP3', 'KH7N4WPO', 'KH7N4WP', 'KH7N4WP33', "KH7N4WP'", 'KH7N4WP3X'])(
    'does not turn %j into a code',
    (typed) => {
      expect(normalizeReferralCode(typed)).not.toMatch(REFERRAL_CODE);
    },
  );

  it('returns every code unchanged, whatever its spacing and case', () => {
    const code = fc.array(fc.constantFrom(...ALPHABET.split('')), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(code, fc.constantFrom('', ' ', '-', '–'), (symbols, gap) => {
        expect(normalizeReferralCode(symbols.join(gap).toLowerCase())).toBe(symbols.join(''));
      }),
    );
  });
});
