/** A word of letters and digits, with dashes and underscores inside: `KH7N-4WP3`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Pd}_]*[\p{L}\p{N}])?/gu;

/** A word with a letter and a digit, or of capitals. */
const MARKED = /^(?=.*\p{L})(?=.*\p{N})|^\p{Lu}[\p{Lu}\p{Pd}_]+$/u;

/** Returns text in NFKC without invisible characters, and with spaces in place of tabs and line ends. */
export const plainText = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim();

/**
 * Finds the one code in text that somebody pasted, such as a link, a sentence or a quotation. A link counts as the code in its
 * parameter. If several words could be codes, those with a digit or in capitals win, which a sentence seldom has otherwise.
 * @param text from `plainText`
 * @param parameter the parameter of a link that holds the code
 * @param toCode normalizes a word to a code; undefined for a word that cannot be one
 * @returns the code, or undefined if there is none or more than one
 */
export function findPastedCode(
  text: string,
  parameter: string,
  toCode: (word: string) => string | undefined,
): string | undefined {
  const link = new RegExp(String.raw`\S*[?&]${parameter}=([^&#\s]*)\S*`, 'giu');
  const words = text.replace(link, ' $1 ').match(WORD) ?? [];
  const distinct = (some: readonly string[]): string[] => [
    ...new Set(some.flatMap((word) => toCode(word) ?? [])),
  ];
  const marked = distinct(words.filter((word) => MARKED.test(word)));
  const [code, ...others] = marked.length > 0 ? marked : distinct(words);
  return others.length > 0 ? undefined : code;
}
