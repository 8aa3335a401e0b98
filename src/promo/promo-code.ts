/** The format of a normalized promo code: 1 to 64 visible letters, digits, dashes and underscores. */
export const PROMO_CODE = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}_-]){1,64}$/u;

/** Normalizes a code for storage and look-up: NFKC, trimmed, upper case. */
export const normalizePromoCode = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();
