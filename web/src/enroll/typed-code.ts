/** How many characters a referral code has; who has typed fewer is still at it. */
export const REFERRAL_CODE_LENGTH = 8;
/** More than any code has. The API takes no endless text, and a code must never stand in an enrollment's way. */
const MOST = 100;

/** What people see of a code, the same however they write it: blanks and what can't be seen dropped, upper case. */
const plain = (typed: string): string =>
  Array.from(
    typed
      .normalize('NFKC')
      .replace(/[\s\p{Cc}\p{Cs}]/gu, '')
      .toUpperCase(),
  )
    .slice(0, MOST)
    .join('');

/** `kh7n-4wp3` is `KH7N4WP3`. */
export const referralCodeOf = (typed: string): string => plain(typed.replace(/\p{Pd}/gu, ''));

/** `spring 15` is `SPRING15`; a dash may be part of a promo code. */
export const promoCodeOf = (typed: string): string => plain(typed);
