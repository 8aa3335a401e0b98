/** The maximum length of text in which a code is searched, after NFKC, which can make it several times longer. */
const MAX_LENGTH = 512;
/** A word of letters and digits, with dashes and underscores inside: `KH7N-4WP3`. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Pd}_]*[\p{L}\p{N}])?/gu;

/** Words that a sentence seldom contains: with a letter and a digit, in capitals, or a number. */
export const MIXED = /^(?=.*\p{L})(?=.*\p{N})/u;
export const CAPITALS_OR_DIGITS = /^(?:[\p{Lu}\p{N}\p{Pd}_]{2,}|.*\p{N}.*)$/u;

/** Returns text in NFKC without invisible characters, and with spaces in place of tabs and line ends. */
export const plainText = (typed: string): string =>
  typed
    .normalize('NFKC')
    .slice(0, MAX_LENGTH)
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim();

/** The rules by which a kind of code is recognized. */
interface CodeKind {
  /** The parameter of a link that holds the code. */
  readonly parameter: string;
  /** Normalizes a word to a code; undefined for a word that cannot be one. */
  readonly toCode: (word: string) => string | undefined;
  /** The words that are tried first if several could be codes. */
  readonly marks: readonly RegExp[];
}

/**
 * Finds the one code in text that somebody pasted, such as a link, a sentence or a quotation. In a link, only the code in
 * its parameter counts.
 * @param text from `plainText`
 * @returns the code, or undefined if there is none or more than one
 */
export function findPastedCode(text: string, { parameter, toCode, marks }: CodeKind): string | undefined {
  const link = new RegExp(`[?&]${parameter}=`, 'iu');
  const inLinks: string[] = [];
  const words = text.split(' ').flatMap((part) => {
    const [before, ...values] = decoded(part).split(link);
    if (values.length === 0) return part.match(WORD) ?? [];
    inLinks.push(...values.flatMap((value) => toCode(/^[^&#,;"'<>)\]]*/u.exec(value)?.[0] ?? '') ?? []));
    return before?.split(/https?:/iu)[0]?.match(WORD) ?? [];
  });
  for (const mark of [...marks, /^/u]) {
    const codes = words.filter((word) => mark.test(word)).flatMap((word) => toCode(word) ?? []);
    const [code, ...others] = new Set([...inLinks, ...codes]);
    if (code !== undefined) return others.length > 0 ? undefined : code;
  }
  return undefined;
}

/** Decodes a link that another one contains. */
function decoded(part: string): string {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a percent sign that encodes nothing
  }
}
