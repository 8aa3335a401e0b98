/** Fewer say nothing of a person: an extension, or what somebody types to get past a form. */
const MIN_DIGITS = 7;

/**
 * A phone number by which to recognise one person under two spellings: its digits, without the zeros it begins with.
 * For comparison only. `PHONE_DIGITS` says the same in SQL, all but the minimum.
 * @returns null for what is too short to be a number
 */
export function phoneDigits(phone: string | null | undefined): string | null {
  const digits = (phone ?? '').replace(/[^0-9]/g, '').replace(/^0+/, '');
  return digits.length < MIN_DIGITS ? null : digits;
}

/** The digits of `customer.phone`, as the index `customer_phone_digits` has them. */
export const PHONE_DIGITS = `ltrim(regexp_replace(phone, '[^0-9]', '', 'g'), '0')`;
