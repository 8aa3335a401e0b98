import { LOCALES, type Locale } from './message.js';

const KEPT_UNDER = 'referrals.locale';

const isLocale = (text: string | undefined | null): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** The language that was chosen, else the first of the browser's that we have, else English. */
export function preferredLocale(): Locale {
  const chosen = localStorage.getItem(KEPT_UNDER);
  if (isLocale(chosen)) return chosen;
  return navigator.languages.map((language) => language.slice(0, 2)).find(isLocale) ?? 'en';
}

export function keepLocale(locale: Locale): void {
  localStorage.setItem(KEPT_UNDER, locale);
}
