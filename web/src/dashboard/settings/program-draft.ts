import type { Schemas } from 'referrals-sdk';
import type { Locale } from '../../i18n/message.js';
import type { Currency, Value } from '../../ui/value-words.js';
import { numberFrom, numberText } from './decimal-text.js';

/** The settings of a program. */
export type Config = Omit<Schemas['SavedConfigAnswer'], 'exposure'>;
export type SaveConfig = Schemas['SaveConfigRequest'];

/** The fields that are typed, in the order of the page. */
const NUMBER_FIELDS = [
  'referral_reward_value',
  'referral_reward_referee_value',
  'referral_min_invoice_cents',
  'referral_hold_days',
  'referral_reward_expires_days',
  'referral_max_rewards_per_referrer',
  'referral_budget_cents',
] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** The fields that may be empty: no limit. */
const MAY_BE_EMPTY: readonly NumberField[] = [
  'referral_min_invoice_cents',
  'referral_reward_expires_days',
  'referral_max_rewards_per_referrer',
  'referral_budget_cents',
];

/** The program on the page: numbers as typed, amounts in major units. */
export type Draft = Omit<Config, NumberField> & Record<NumberField, string>;

/** The format of numbers and money. */
export interface Writing {
  readonly currency: Currency;
  readonly locale: Locale;
}

/** The request of a draft, or the fields that are not numbers. */
export type DraftReading =
  | { readonly request: SaveConfig; readonly unreadable: readonly [] }
  | { readonly request: null; readonly unreadable: readonly NumberField[] };

/** Converts a saved program to a draft. */
export function draftOf(config: Config, { currency, locale }: Writing): Draft {
  const text = (value: number | null): string => (value === null ? '' : numberText(value, locale));
  const amount = (cents: number | null): string =>
    text(cents === null ? null : cents / 10 ** currency.digits);
  return {
    ...config,
    referral_reward_value: text(config.referral_reward_value),
    referral_reward_referee_value: text(config.referral_reward_referee_value),
    referral_hold_days: text(config.referral_hold_days),
    referral_reward_expires_days: text(config.referral_reward_expires_days),
    referral_max_rewards_per_referrer: text(config.referral_max_rewards_per_referrer),
    referral_min_invoice_cents: amount(config.referral_min_invoice_cents),
    referral_budget_cents: amount(config.referral_budget_cents),
  };
}

/** Converts a draft to a request. It checks only that the fields are numbers; the API validates them. */
export function readDraft(draft: Draft, { currency, locale }: Writing): DraftReading {
  const number = (field: NumberField): number | null => numberFrom(draft[field], locale);
  const unreadable = NUMBER_FIELDS.filter(
    (field) => number(field) === null && !(MAY_BE_EMPTY.includes(field) && draft[field].trim() === ''),
  );
  if (unreadable.length > 0) return { request: null, unreadable };
  const cents = (field: NumberField): number | null => {
    const amount = number(field);
    return amount === null ? null : smallestUnits(amount, currency);
  };
  return {
    request: {
      ...draft,
      referral_reward_value: Number(number('referral_reward_value')),
      referral_reward_referee_value: Number(number('referral_reward_referee_value')),
      referral_hold_days: Number(number('referral_hold_days')),
      referral_reward_expires_days: number('referral_reward_expires_days'),
      referral_max_rewards_per_referrer: number('referral_max_rewards_per_referrer'),
      referral_min_invoice_cents: cents('referral_min_invoice_cents'),
      referral_budget_cents: cents('referral_budget_cents'),
    },
    unreadable: [],
  };
}

/** Rounds away floating-point noise (1.1 * 100), but keeps an extra decimal, which the API refuses. */
const smallestUnits = (amount: number, { digits }: Currency): number =>
  Number((amount * 10 ** digits).toFixed(4));

/** Tells whether saving the request would change anything. */
export const isChanged = (request: SaveConfig, saved: Config): boolean =>
  Object.keys(saved).some((field) => request[field as keyof Config] !== saved[field as keyof Config]);

const FALLBACK_PERCENT = 10;

/** Returns the value text after a change of type: the same, if the new type allows it. */
export function valueTextFor(type: Value['type'], text: string, { currency, locale }: Writing): string {
  const value = numberFrom(text, locale);
  if (value === null) return text;
  if (type === 'discount_percent') return numberText(value > 100 ? FALLBACK_PERCENT : value, locale);
  return numberText(Number(value.toFixed(currency.digits)), locale);
}
