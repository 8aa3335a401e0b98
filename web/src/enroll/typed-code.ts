/** The length of a referral code; a shorter text is still being typed. */
export const REFERRAL_CODE_LENGTH = 8;
/** The API's limit, in UTF-16 units. Longer text is cut, because it must never prevent an enrollment. */
const MOST = 256;
/** The length of the longest promo code. */
const MOST_SHOWN = 64;

/** Returns the text on one line, as the API accepts it: without control characters and unpaired surrogates. */
const lineOf = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, MOST)
    .replace(/\p{Cs}$/u, '') // half of a pair
    .trim();

/** Normalizes a typed code: upper case, without spaces. */
const normalize = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cs}]/gu, '')
    .toUpperCase();

/**
 * Returns the text to send as a referral code: `kh7n-4wp3` becomes `KH7N4WP3`. Longer text, such as a link or a sentence,
 * stays as it was pasted: the API finds the code in it.
 */
export function referralCodeOf(typed: string): string {
  const code = normalize(typed.replace(/\p{Pd}/gu, ''));
  return code.length <= REFERRAL_CODE_LENGTH ? code : lineOf(typed);
}

/**
 * Returns the text to send as a promo code: `spring 15` becomes `SPRING15`. A dash is kept, because it may be part of the
 * code. Several words, or a link, stay as they were pasted.
 */
export function promoCodeOf(typed: string): string {
  const text = lineOf(typed);
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const isCode = words.length <= 1 && /^[\p{L}\p{M}\p{N}\p{Pd}_\s]*$/u.test(text);
  return isCode ? lineOf(normalize(text)) : text;
}

/**
 * Returns the sent text for display: the code of a link, and other text whole if it may be a code, otherwise shortened. Several
 * words are in quotes.
 * @param parameter the parameter of a link that holds the code
 */
export function shownCode(sent: string, parameter: 'ref' | 'promo'): string {
  const inLink = new RegExp(String.raw`[?&]${parameter}=([^&#\s]+)`, 'iu').exec(sent);
  const characters = Array.from(inLink?.[1] ?? sent);
  const [end, rest] = characters.length > MOST_SHOWN ? [MOST_SHOWN - 1, '…'] : [MOST_SHOWN, ''];
  const short = `${characters.slice(0, end).join('')}${rest}`;
  return /\s/u.test(short) ? `“${short}”` : short;
}
