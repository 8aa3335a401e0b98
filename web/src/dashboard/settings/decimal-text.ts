import type { Locale } from '../../i18n/message.js';

/** The thousands separator; the other of the two marks is the decimal separator. */
const THOUSANDS: Readonly<Record<Locale, string>> = { en: ',', es: '.' };

/**
 * Parses a typed number: `12.5` and `12,5`, `1,250.50` and `1.250,50`, with or without a unit. A single mark before three
 * digits is read as in the language: `1,250` is over a thousand in English and 1.25 in Spanish.
 * @returns null if it is not a number
 */
export function numberFrom(text: string, locale: Locale): number | null {
  const bare = text.replace(/[\s'’%\p{Sc}]/gu, '');
  const at = decimalMarkAt(bare, locale);
  const [whole, decimals] = at === -1 ? [bare, ''] : [bare.slice(0, at), bare.slice(at + 1)];
  if (!/^-?(\d*|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d*$/.test(decimals)) return null;
  const plain = `${whole.replace(/[.,]/g, '')}.${decimals}`;
  return /\d/.test(plain) ? Number(plain) : null;
}

/** Formats a number for a field: `1250,5` in Spanish. */
export const numberText = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(value);

/** Finds the decimal separator; -1 if there is none. */
function decimalMarkAt(text: string, locale: Locale): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text[last];
  if (mark === undefined || text.indexOf(mark) !== last) return -1;
  const partsThousands = mark === THOUSANDS[locale] && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return partsThousands ? -1 : last;
}
