import { type FieldProblem, ProblemError } from 'referrals-sdk/problem';
import { type Locale, type Message, textOf, type Values } from '../../i18n/message.js';
import { settingsMessages } from '../../messages/settings.js';
import { centsText, type Currency, moneyText, percentText } from '../../ui/value-words.js';
import type { Draft, Writing } from './program-draft.js';

type Field = keyof Draft;

/** The refusal of a field, by the API or before it was asked: its code and the API's message. */
export type Refusal = Pick<FieldProblem, 'code' | 'message'>;

/** Used when the typed text is not a number; the API is not asked. */
export const NO_NUMBER: Refusal = { code: 'no_number', message: '' };

const LEAST: Partial<Record<Field, number>> = {
  referral_reward_expires_days: 1,
  referral_max_rewards_per_referrer: 1,
};
const MOST: Partial<Record<Field, number>> = {
  referral_hold_days: 90,
  referral_reward_expires_days: 3650,
  referral_max_rewards_per_referrer: 1_000_000,
};
/** The amounts in the smallest unit. */
const AMOUNTS: readonly Field[] = ['referral_budget_cents', 'referral_min_invoice_cents'];
/** The API accepts at most 10^12 of the smallest unit. */
const MOST_DIGITS = 12;

type Say = (message: Message, values?: Values) => string;

/** The texts for the API's codes. */
const WORDS: Readonly<Record<string, (say: Say, field: Field, writing: Writing) => string>> = {
  no_number: (say, field, { locale }) =>
    say(settingsMessages.noNumber, { example: exampleOf(field, locale) }),
  above_100_percent: (say, _, { locale }) => say(settingsMessages.atMost, { most: percentText(100, locale) }),
  min: (say, field, { currency, locale }) =>
    say(settingsMessages.atLeast, {
      least: field === 'referral_min_invoice_cents' ? centsText(1, currency, locale) : (LEAST[field] ?? 0),
    }),
  max: (say, field, { currency, locale }) =>
    say(settingsMessages.atMost, {
      most: AMOUNTS.includes(field)
        ? moneyText(10 ** (MOST_DIGITS - currency.digits), currency, locale)
        : (MOST[field] ?? 0),
    }),
  is_int: (say, field, { currency }) =>
    AMOUNTS.includes(field) && currency.digits > 0
      ? decimals(say, currency)
      : say(settingsMessages.wholeNumber),
  invalid_value: (say, _, { currency }) => decimals(say, currency),
};

/** Describes a refusal in the page's language, or in the API's words if the code is unknown. */
export const refusalText = (refusal: Refusal, field: Field, writing: Writing): string =>
  WORDS[refusal.code]?.((message, values) => textOf(message, writing.locale, values), field, writing) ??
  refusal.message;

const decimals = (say: Say, { digits }: Currency): string =>
  say(settingsMessages.decimals, { count: digits });

const exampleOf = (field: Field, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(field.endsWith('_value') ? 12.5 : 30);

/** Tells whether the API refused the values rather than the call. */
export const isInvalidInput = (error: Error): boolean =>
  error instanceof ProblemError && error.code === 'validation_failed';
