import { ProblemError } from 'referrals-sdk/problem';
import { useLanguage, useSay } from '../i18n/locale-context.js';
import type { Message, Values } from '../i18n/message.js';
import { enrollMessages as messages } from '../messages/enroll.js';
import { useTenant } from '../session/tenant-context.js';
import { centsText, type Value, valueText } from '../ui/value-words.js';
import { type Available, availableText } from './availability.js';
import type { Verdict } from './code-field.js';
import type { CodeCheck, Invitation, Promo } from './use-codes.js';

/** Formats messages and values. */
export interface Words {
  readonly say: (message: Message, values?: Values) => string;
  readonly value: (value: Value) => string;
  /** Appends when a reward can be used and what the invoice must come to, unless that is at once and on any invoice. */
  readonly later: (what: string, available: Available, minInvoiceCents?: number) => string;
}

/** Describes the check of a referral code. */
export const referralVerdict = (check: CodeCheck<Invitation>, words: Words): Verdict =>
  verdict(check, words, messages.referralHint, (invitation) => invitationWords(invitation, words));

/** Describes the check of a promo code. */
export const promoVerdict = (check: CodeCheck<Promo>, words: Words): Verdict =>
  verdict(check, words, messages.promoHint, ({ discount }) => words.value(discount));

function verdict<Found>(
  check: CodeCheck<Found>,
  { say }: Words,
  hint: Message,
  known: (found: Found) => string,
): Verdict {
  switch (check.state) {
    case 'none':
      return { tone: 'quiet', words: say(hint) };
    case 'checking':
      return { tone: 'quiet', words: say(messages.checking) };
    case 'known':
      return { tone: 'good', words: known(check.found) };
    case 'unknown':
      return { tone: 'plain', words: say(messages.unknownCode) };
    case 'unchecked':
      return {
        tone: 'plain',
        words: say(isTooMany(check.error) ? messages.uncheckedTooMany : messages.unchecked),
      };
  }
}

function invitationWords(
  { from, reward, available, minInvoiceCents }: Invitation,
  { say, value, later }: Words,
): string {
  const values = { name: from ?? '', value: later(value(reward), available, minInvoiceCents) };
  if (reward.value === 0)
    return say(from === null ? messages.invitedForNothing : messages.invitesForNothing, values);
  return say(from === null ? messages.invited : messages.invites, values);
}

const isTooMany = (error: Error): boolean => error instanceof ProblemError && error.status === 429;

/** Returns formatters for messages, values and money, in the page's language and the tenant's currency. */
export function useWords(): Words & { readonly money: (cents: number) => string } {
  const say = useSay();
  const { locale } = useLanguage();
  const { currency } = useTenant();
  const money = (cents: number): string => centsText(cents, currency, locale);
  return {
    say,
    value: (value) => valueText(value, currency, locale),
    later: (what, available, minInvoiceCents) =>
      availableText(
        what,
        available,
        locale,
        minInvoiceCents === undefined ? undefined : money(minInvoiceCents),
      ),
    money,
  };
}
