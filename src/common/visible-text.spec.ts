import fc from 'fast-check';
import { hasNoInvisibleCharacters, hasVisibleCharacters, isVisibleText } from './visible-text.js';

const HIDDEN = [
  ...['\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u17b4', '\u180e', '\u200b', '\u200c', '\u200d'],
  ...['\u200e', '\u200f', '\u2028', '\u2029', '\u202a', '\u202e', '\u2060', '\u2064', '\u2065', '\u2066'],
  ...['\u2069', '\u206a', '\u3164', '\ufe0f', '\ufeff', '\uffa0', '\ufff0', '\ufff9', '\ufffb'],
  ...['\u{1bca0}', '\u{1d173}', '\u{e0001}', '\u{e0020}', '\u{e0041}', '\u{e007f}', '\u{e0100}', '\u{e0fff}'],
];
const BLANK = ['', ' ', '\u00a0', '\u1680', '\u2003', '\u202f', '\u3000', '\u2800', '\ufffc', '\u{13441}'];
const codePoint = (text: string): string => `U+${text.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`;

describe('isVisibleText', () => {
  it.each([
    ...[
      "O'Neil",
      '李',
      'X Æ A-12',
      '3M',
      '€uro',
      'ǃXóõ',
      'ǂKhomani',
      '#1',
      '-',
      ' leading and trailing ',
      'a\u3000b',
    ],
    ...['محمد علي', 'אברהם', 'می\u200cخواهم', 'e\u0301', 'Z\u0335o\u0335', '葛\u{e0100}城', '⠚⠕⠓⠝⠀⠎'],
    ...['क्\u200dष', 'ක්\u200dරි', 'র\u200d্যাব', 'രാജന്\u200d', 'രാജന്\u200d നായര്\u200d', 'ক্\u200cষ'],
    ...['محمدعلی\u200c رضایی', 'ᠬᠠᠷ\u180eᠠ', 'ន៊\u200cិ', '葛\u{e0100}城', '1\ufe0f\u20e3'],
    ...['🧑‍🚀 Zoë 🇨🇭', '👩🏽‍🚀', '❤️‍🔥', '🏳️‍🌈', '👁️‍🗨️', '👨‍👩‍👧‍👦', '#️⃣', '☃︎', 'ᠠ\u180b'],
  ])('takes %s', (text) => {
    expect(isVisibleText(text)).toBe(true);
  });

  describe.each(HIDDEN.map((hidden): [string, string] => [codePoint(hidden), hidden]))('%s', (_, hidden) => {
    it.each(['', 'John ', ' Doe'])('is refused alone, and at the end after "%s"', (before) => {
      expect(isVisibleText(before + hidden + hidden)).toBe(false);
      expect(isVisibleText(`${before} ${hidden}`)).toBe(false);
    });

    it('is refused before a text, and between its words', () => {
      expect([`${hidden}John`, `John ${hidden} Doe`].map(isVisibleText)).toEqual([false, false]);
    });
  });

  it.each(BLANK.map((blank): [string, string] => [codePoint(blank), blank]))(
    'refuses nothing but %s',
    (_, blank) => {
      expect(isVisibleText(blank.repeat(3))).toBe(false);
    },
  );

  it.each([
    ...['\u0301', ' \u0301', '\u0940', '\u20e3'],
    ...[
      'John\u200d',
      '\u200dJohn',
      'John\u200c Doe',
      'Jo\u200d\u200dhn',
      '3\u200d4',
      'a\u200d🚀',
      '🚀\u200da',
    ],
    ...[
      '🚀\u200d',
      '🚀\u200d\u200d🚀',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
      'John\ufe0f\ufe0f',
      'J\ufe0fo\ufe0fhn',
      'J\u{e01ef}ohn',
      `a${'\u0301'.repeat(9)}`,
      '\u202eJohn\u202c',
    ],
    ...['a\nb', 'a\tb', 'a\u0000b', 'a\u0085b', '\ue000'],
  ])('refuses %j', (text) => {
    expect(isVisibleText(text)).toBe(false);
  });

  it('refuses a format or ignorable character except where it shapes its neighbors', () => {
    const hidden = fc.constantFrom(...HIDDEN.filter((text) => !/[\u200c\u200d\ufe0f\u{e0100}]/u.test(text)));
    const some = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(some, hidden, some, (before, mark, after) => !isVisibleText(before + mark + after)),
    );
  });

  it('takes letters and digits in any order, and blanks among them', () => {
    const shown = fc.constantFrom(...Array.from("aZ9ßÆ李ǃعאक한가€'-🚀"));
    const text = fc
      .array(fc.oneof({ weight: 5, arbitrary: shown }, fc.constant(' ')))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(shown, text, (first, rest) => isVisibleText(first + rest)));
  });

  it.each([
    '\u200d',
    '\u0301',
    'a\u200d',
    '\u200da',
    'a\u0301',
    '\u094d',
    'क्\u200d',
    '🚀\u200d',
    '🚀\ufe0f',
    '\ufe0f',
  ])('takes linear time for thousands of repetitions of %j', (unit) => {
    const text = `a${unit.repeat(65_536 / unit.length)}`;
    const began = process.cpuUsage();
    isVisibleText(text);
    hasVisibleCharacters(text);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(250);
  });
});

describe('hasNoInvisibleCharacters', () => {
  it.each(['', 'ada@example.com', 'é', '語'])('is true for %j', (text) => {
    expect(hasNoInvisibleCharacters(text)).toBe(true);
  });

  it.each([
    '\u200b',
    'a\u200db',
    'a\u202eb',
    'a\nb',
    '\u2800',
    'a\ufffcb',
    '\u{1d159}',
    '\u{13441}',
    'a\ufe0f',
  ])('is false for %j', (text) => {
    expect(hasNoInvisibleCharacters(text)).toBe(false);
  });
});

describe('hasVisibleCharacters', () => {
  it.each(['a', '\u202a+1 555 0100\u202c', '\u0940', '.'])('is true for %j', (text) => {
    expect(hasVisibleCharacters(text)).toBe(true);
  });

  it.each(['', ' ', '\u3000', '\u200b', '\u202e \u2028', '\u3164'])('is false for %j', (text) => {
    expect(hasVisibleCharacters(text)).toBe(false);
  });
});
