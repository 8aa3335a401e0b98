import { type FieldProblem, ProblemError } from 'referrals-sdk/problem';
import { type Locale, type Message, textOf, type Values } from '../../i18n/message.js';
import { settingsMessages } from '../../messages/settings.js';
import { moneyText, percentText } from '../../ui/value-words.js';
import type { Draft, NumberField, Writing } from './program-draft.js';

/** What a field was refused for, by the API or before it was asked: its code, and the API's own words. */
export type Refusal = Pick<FieldProblem, 'code' | 'message'>;

/** Typed text that is no number is refused before the API is asked. */
export const NO_NUMBER: Refusal = { code: 'no_number', message: '' };

const LEAST: Partial<Record<NumberField, number>> = {
  referral_reward_expires_days: 1,
  referral_max_rewards_per_referrer: 1,
};
const MOST: Partial<Record<NumberField, number>> = {
  referral_hold_days: 90,
  referral_reward_expires_days: 3650,
  referral_max_rewards_per_referrer: 1_000_000,
};

/** A refusal in the language of the page; one that is not known is said as the API says it. */
export function refusalText(refusal: Refusal, field: keyof Draft, { currency, locale }: Writing): string {
  const say = (message: Message, values?: Values): string => textOf(message, locale, values);
  const number = field as NumberField;
  const isMoney = field === 'referral_budget_cents';
  switch (refusal.code) {
    case 'no_number':
      return say(settingsMessages.noNumber, { example: exampleOf(number, locale) });
    case 'above_100_percent':
      return say(settingsMessages.atMost, { most: percentText(100, locale) });
    case 'min':
      return say(settingsMessages.atLeast, { least: LEAST[number] ?? 0 });
    case 'max':
      return say(settingsMessages.atMost, {
        most: isMoney ? moneyText(10 ** (12 - currency.digits), currency, locale) : (MOST[number] ?? 0),
      });
    case 'is_int':
      return isMoney && currency.digits > 0
        ? say(settingsMessages.decimals, { count: currency.digits })
        : say(settingsMessages.wholeNumber);
    case 'invalid_value':
      return say(settingsMessages.decimals, { count: currency.digits });
    default:
      return refusal.message;
  }
}

const exampleOf = (field: NumberField, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(field.startsWith('referral_reward_') ? 12.5 : 30);

/** Whether the API refused the values, and not the call. */
export const isInvalidInput = (error: Error): boolean =>
  error instanceof ProblemError && error.code === 'validation_failed';
