import { CAPITALS_OR_DIGITS, findPastedCode, MIXED, plainText } from '../common/pasted-code.js';

/** The format of a normalized promo code: 1 to 64 visible letters, digits, dashes and underscores. */
export const PROMO_CODE = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}_-]){1,64}$/u;

/**
 * Normalizes a code for storage and look-up: NFKC, trimmed, upper case. `İ` and `ı` become `I`, and `ẞ` becomes `SS`: people
 * type capitals by the rules of their language, and a code has no language.
 */
export const normalizePromoCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/ı/g, 'i')
    .toUpperCase()
    .replace(/İ|I\u0307/g, 'I')
    .replace(/ẞ/g, 'SS');

/**
 * Finds the code in typed or pasted text, such as a link or a sentence, for look-up. Returns the normalized text if it holds no
 * code, or more than one.
 */
export function pastedPromoCode(pasted: string): string {
  const text = plainText(pasted);
  const whole = normalizePromoCode(text);
  const found = toPromoCode(whole) ?? findPastedCode(text, PASTED) ?? whole;
  // A number in a sentence is an amount or a part of a code: `summer 25`.
  return found !== whole && NUMBER.test(found) ? whole : found;
}

const toPromoCode = (code: string): string | undefined => (PROMO_CODE.test(code) ? code : undefined);

const NUMBER = /^\p{N}+$/u;
const PASTED = {
  parameter: 'promo',
  toCode: (word: string) => toPromoCode(normalizePromoCode(word)),
  marks: [MIXED, CAPITALS_OR_DIGITS],
};
