/** What a promo code may consist of, once normalised: letters (but none that show nothing), digits, dashes, underscores. */
export const PROMO_CODE = /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}_-]){1,64}$/u;

/** A code as it is stored and looked up: NFKC, trimmed, upper case. */
export const normalisePromoCode = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();
