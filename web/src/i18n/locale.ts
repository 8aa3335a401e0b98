import { LOCALES, type Locale } from './message.js';

const KEPT_UNDER = 'referrals.locale';

const isLocale = (text: string | undefined | null): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** The language that a tag such as `es-MX` names; undefined: one that we don't have. */
export const localeOf = (tag: string): Locale | undefined =>
  LOCALES.find((locale) => tag.toLowerCase().split('-')[0] === locale);

/** The language that was chosen, else the first of the browser's that we have, else English. */
export function preferredLocale(): Locale {
  const chosen = kept();
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'en';
}

export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEPT_UNDER, locale);
  } catch {
    // The choice holds for this visit.
  }
}

/** A browser may forbid a page to keep anything, above all in somebody else's frame. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_UNDER);
  } catch {
    return null;
  }
}
