import type { Schemas } from 'referrals-sdk';
import { type Locale, textOf } from '../i18n/message.js';
import { enrollMessages as messages } from '../messages/enroll.js';
import { dayText } from '../ui/value-words.js';

/** When a reward can be used; undefined: at once. */
export type Available = Schemas['ReferralValidation']['available'];

/**
 * Appends when a reward can be used: `$5 off, available from Dec 27, 2026`.
 * @param minimum the amount that the invoice must come to; only a reward that needs an invoice has one
 */
export function availableText(what: string, available: Available, locale: Locale, minimum?: string): string {
  if (minimum !== undefined) {
    const message = available === undefined ? messages.onMinimum : messages.afterMinimum;
    return textOf(message, locale, { what, minimum });
  }
  if (available === undefined) return what;
  if (typeof available === 'string') return textOf(messages[available], locale, { what });
  return textOf(messages.from, locale, { what, day: dayText(available.from, locale) });
}
