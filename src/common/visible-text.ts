/**
 * Symbols and letters that fonts render as blank space although Unicode does not call them ignorable, such as U+2800, the
 * Braille blank.
 */
const BLANK = String.raw`\u2800\uFFFC\u{1D159}\u{13441}\u{13442}`;
/** One visible character. A combining mark needs one to attach to. */
const SHOWN = String.raw`(?!\p{Default_Ignorable_Code_Point}|[${BLANK}])[\p{L}\p{N}\p{P}\p{S}]`;
const PICTOGRAPH = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?`;
/**
 * The viramas of scripts whose letters change with a joiner, also at the end of a word: Malayalam chillus, as in
 * മലയാളം.
 */
const VIRAMA = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`;

const SHOWS = new RegExp(SHOWN, 'u');

/**
 * Positions where a joiner changes the shape of its neighbors (RFC 5892, appendix A): within a word, after a virama,
 * at the end of an Arabic word, as the Mongolian vowel separator, and between two pictographs. Each lookbehind starts
 * at the joiner, so matching takes linear time.
 */
const JOINERS = new RegExp(
  [
    String.raw`[\u200C\u200D](?<=\p{L}\p{M}*.)(?=[\p{L}\p{M}])`,
    String.raw`[\u200C\u200D](?<=\p{L}\p{M}*[${VIRAMA}].)`,
    String.raw`[\u200C\u200D](?<=\p{Script=Arabic}\p{M}*.)`,
    String.raw`\u180E(?<=\p{Script=Mongolian}.)(?=\p{Script=Mongolian})`,
    String.raw`\u200D(?<=${PICTOGRAPH}.)(?=\p{Extended_Pictographic})`,
  ].join('|'),
  'gu',
);

/** A variation selector after a character that has variants. */
const SELECTORS =
  /\p{Variation_Selector}(?<=[\p{Extended_Pictographic}\p{S}\p{N}#*\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}].)/gu;

/** More combining marks than any script puts on one letter; they would cover the text around it. */
const PILED_UP = /\p{M}{9}/u;

const BLANKS = new RegExp(`[${BLANK}]`, 'u');
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Returns true when people see the whole text: it has a visible character, and no character that hides, breaks the line
 * or changes the direction of surrounding text. Joiners and variation selectors are allowed where a script or an emoji
 * needs them.
 */
export const isVisibleText = (text: string): boolean =>
  SHOWS.test(text) && !PILED_UP.test(text) && !HIDDEN.test(text.replace(JOINERS, '').replace(SELECTORS, ''));

/**
 * Returns true when the text contains no invisible character at all. For values that are compared, such as an e-mail
 * address.
 */
export const hasNoInvisibleCharacters = (text: string): boolean => !HIDDEN.test(text) && !BLANKS.test(text);

/** Returns true when the text contains more than spaces and ignorable characters. */
export const hasVisibleCharacters = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
