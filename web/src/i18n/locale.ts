import { LOCALES, type Locale } from './message.js';

const KEPT_UNDER = 'referrals.locale';

const isLocale = (text: string | undefined | null): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** Returns the language of a tag such as `es-MX`; undefined if it is not supported. */
export const localeOf = (tag: string): Locale | undefined =>
  LOCALES.find((locale) => tag.toLowerCase().split('-')[0] === locale);

/** Returns the chosen language, else the first supported one of the browser, else English. */
export function preferredLocale(): Locale {
  const chosen = storedChoice();
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'en';
}

export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEPT_UNDER, locale);
  } catch {
    // The choice lasts for this visit.
  }
}

/** Reads the stored choice. The browser may block storage, above all in another site's frame. */
function storedChoice(): string | null {
  try {
    return localStorage.getItem(KEPT_UNDER);
  } catch {
    return null;
  }
}
