import { randomBytes } from 'node:crypto';
import { CAPITALS_OR_DIGITS, findPastedCode, plainText } from '../common/pasted-code.js';

/** The published alphabet: 32 symbols of five bits each, without the confusable `0`, `O`, `1` and `I`. */
export const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

export const REFERRAL_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Draws a new code of 40 random bits. 32 divides 256, so the lower five bits of each byte are uniform. */
export const newReferralCode = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/**
 * Normalizes a code as typed or pasted: applies NFKC, removes spaces, dashes and invisible characters, and converts to
 * upper case. Reads `1` and `I`, which no code contains, as `L`. Ignores text around the code, such as the link that the
 * code is shared with. Text that contains no code, or two codes, does not become a valid code.
 */
export function normalizeReferralCode(typed: string): string {
  const text = plainText(typed);
  const whole = symbolsOf(text);
  return toReferralCode(whole) ?? findPastedCode(text, PASTED) ?? whole;
}

const symbolsOf = (text: string): string =>
  text
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .toUpperCase()
    .replace(/[1I]/g, 'L');

const toReferralCode = (symbols: string): string | undefined =>
  REFERRAL_CODE.test(symbols) ? symbols : undefined;

const PASTED = {
  parameter: 'ref',
  toCode: (word: string) => toReferralCode(symbolsOf(word)),
  marks: [CAPITALS_OR_DIGITS],
};
