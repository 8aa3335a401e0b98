/** Symbols and letters that a font draws as nothing, though Unicode does not call them ignorable: U+2800 is the blank of Braille. */
const BLANK = String.raw`\u2800\uFFFC\u{1D159}\u{13441}\u{13442}`;
/** One character that shows. A combining mark needs one to stand on. */
const SHOWN = String.raw`(?!\p{Default_Ignorable_Code_Point}|[${BLANK}])[\p{L}\p{N}\p{P}\p{S}]`;
const PICTOGRAPH = String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?`;
/** The viramas of the scripts whose letters a joiner shapes, also at the end of a word: മലയാളം has its chillus by it. */
const VIRAMA = String.raw`\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA`;

const SHOWS = new RegExp(SHOWN, 'u');

/**
 * Where a joiner shapes what is around it (RFC 5892, appendix A): in a word, after a virama, at the end of an Arabic word,
 * as Mongolian's vowel separator, between two pictographs.
 * Each looks behind from the joiner on only, so that no text is read more than a few times.
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

/** A variation selector chooses the shape of the one character before it, where there is a choice. */
const SELECTORS =
  /\p{Variation_Selector}(?<=[\p{Extended_Pictographic}\p{S}\p{N}#*\p{Script=Han}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}].)/gu;

/** More marks upon one letter than any script has cover what stands around it. */
const PILED_UP = /\p{M}{9}/u;

const BLANKS = new RegExp(`[${BLANK}]`, 'u');
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a person sees a text for what it is: something of it shows, and nothing in it hides, breaks the line or turns
 * the direction of what stands around it. Joiners and variation selectors may stand where a script or an emoji needs them.
 */
export const isVisibleText = (text: string): boolean =>
  SHOWS.test(text) && !PILED_UP.test(text) && !HIDDEN.test(text.replace(JOINERS, '').replace(SELECTORS, ''));

/** Whether a text holds nothing that does not show, wherever it stands: for what is compared, such as an e-mail address. */
export const hasNoInvisibleCharacters = (text: string): boolean => !HIDDEN.test(text) && !BLANKS.test(text);

/** Whether there is more to a text than blanks and characters that are ignored. */
export const hasVisibleCharacters = (text: string): boolean =>
  /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
