import { useLanguage, useSay } from '../i18n/locale-context.js';
import { useTenant } from '../session/tenant-context.js';
import { centsText, valueText } from '../ui/value-words.js';
import type { Words } from './verdict.js';

/** Messages, values and money in the language of the page and the currency of the tenant. */
export function useWords(): Words & { readonly money: (cents: number) => string } {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  return {
    say,
    value: (value) => valueText(value, currency, locale),
    money: (cents) => centsText(cents, currency, locale),
  };
}
