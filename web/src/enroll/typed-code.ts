/** The length of a referral code; a shorter text is still being typed. */
export const REFERRAL_CODE_LENGTH = 8;
/** Longer than any code. The text is cut, because the API's limit must never prevent an enrollment. */
const MOST = 100;

/** Normalizes a typed code: upper case, without spaces and invisible characters. */
const normalize = (typed: string): string =>
  Array.from(
    typed
      .normalize('NFKC')
      .replace(/[\s\p{Cc}\p{Cs}]/gu, '')
      .toUpperCase(),
  )
    .slice(0, MOST)
    .join('');

/** Normalizes a referral code: `kh7n-4wp3` becomes `KH7N4WP3`. */
export const referralCodeOf = (typed: string): string => normalize(typed.replace(/\p{Pd}/gu, ''));

/** Normalizes a promo code: `spring 15` becomes `SPRING15`. A dash is kept, because it may be part of the code. */
export const promoCodeOf = (typed: string): string => normalize(typed);
