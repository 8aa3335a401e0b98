import type { Locale } from '../../i18n/message.js';

/** What parts thousands; the other of the two marks is then the decimal one. */
const THOUSANDS: Readonly<Record<Locale, string>> = { en: ',', es: '.' };

/**
 * A number as people type it: `12.5` and `12,5`, `1,250.50` and `1.250,50`, with a unit or without. One mark before three
 * digits is read as the language has it: `1,250` is more than a thousand in English, and little more than one in Spanish.
 * Null: it is no number.
 */
export function numberFrom(text: string, locale: Locale): number | null {
  const bare = text.replace(/[\s'’%\p{Sc}]/gu, '');
  const at = decimalMarkAt(bare, locale);
  const [whole, decimals] = at === -1 ? [bare, ''] : [bare.slice(0, at), bare.slice(at + 1)];
  if (!/^-?(\d*|\d{1,3}([.,]\d{3})+)$/.test(whole) || !/^\d*$/.test(decimals)) return null;
  const plain = `${whole.replace(/[.,]/g, '')}.${decimals}`;
  return /\d/.test(plain) ? Number(plain) : null;
}

/** A number as the language writes it into a field: `1250,5`. */
export const numberText = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(value);

/** -1: there is none. */
function decimalMarkAt(text: string, locale: Locale): number {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text[last];
  if (mark === undefined || text.indexOf(mark) !== last) return -1;
  const partsThousands = mark === THOUSANDS[locale] && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return partsThousands ? -1 : last;
}
