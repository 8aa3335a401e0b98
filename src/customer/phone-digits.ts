/** A shorter number does not identify a person: it is an extension, or was typed only to get past a form. */
const MIN_DIGITS = 7;

/**
 * Returns the digits of a phone number without leading zeros, to recognize one person under two spellings. For comparison
 * only. `PHONE_DIGITS` is the same in SQL, without the minimum length.
 * @returns null if there are too few digits for a phone number
 */
export function phoneDigits(phone: string | null | undefined): string | null {
  const digits = phone?.replace(/[^0-9]/g, '').replace(/^0+/, '');
  return digits !== undefined && digits.length >= MIN_DIGITS ? digits : null;
}

/** The digits of `customer.phone`, written as in the index `customer_phone_digits`. */
export const PHONE_DIGITS = `ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0')`;
