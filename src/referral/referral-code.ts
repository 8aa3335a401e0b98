import { randomBytes } from 'node:crypto';

/** The published alphabet: 32 symbols, none of which a person mistakes for another. Each carries exactly five bits. */
export const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

export const REFERRAL_CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A new code: 40 random bits. 32 divides 256, so the lower five bits of each byte are uniform. */
export const newReferralCode = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/**
 * What a person typed, as the code they meant: NFKC, spaces and dashes dropped, upper case, and `1` and `I`, neither of
 * which occurs in a code, read as `L`. What is no code stays none.
 */
export const normaliseReferralCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[1I]/g, 'L');
