import { randomBytes } from 'node:crypto';

/** The published alphabet: 32 symbols of five bits each, none easily mistaken for another. */
export const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

export const REFERRAL_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Draws a new code of 40 random bits. 32 divides 256, so the lower five bits of each byte are uniform. */
export const newReferralCode = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/**
 * Normalizes a code as typed: NFKC, without spaces and dashes, upper case. Reads `1` and `I`, which no code contains, as
 * `L`. Other text does not become a valid code.
 */
export const normalizeReferralCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[1I]/g, 'L');
