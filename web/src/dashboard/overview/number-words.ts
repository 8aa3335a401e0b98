import type { Locale } from '../../i18n/message.js';

/** A number as the language writes it: `1,234`. */
export const countText = (count: number, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(count);
