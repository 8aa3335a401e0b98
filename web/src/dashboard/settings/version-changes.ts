import { type Message, textOf, type Values } from '../../i18n/message.js';
import { termsMessages } from '../../messages/program-terms.js';
import { centsText, valueText } from '../../ui/value-words.js';
import type { Version } from './settings.queries.js';
import type { Difference } from '../../ui/conflict.js';
import type { Config, SaveConfig, Writing } from './program-draft.js';

/** One change of a version, in words. */
export interface Change {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

type Say = (message: Message, values?: Values) => string;

interface Subject {
  readonly what: Message;
  readonly fields: readonly (keyof Config)[];
  readonly words: (program: Config, say: Say, writing: Writing) => string;
}

const daysOr = (days: number | null, none: Message, say: Say): string =>
  days === null || days === 0 ? say(none) : say(termsMessages.days, { count: days });

const amountOr = (cents: number | null, none: Message, say: Say, { currency, locale }: Writing): string =>
  cents === null ? say(none) : centsText(cents, currency, locale);

/** The settings that are described together, in the order of the page. */
const SUBJECTS: readonly Subject[] = [
  {
    what: termsMessages.program,
    fields: ['referral_enabled'],
    words: ({ referral_enabled }, say) => say(referral_enabled ? termsMessages.on : termsMessages.off),
  },
  {
    what: termsMessages.referrerReward,
    fields: ['referral_reward_type', 'referral_reward_value'],
    words: ({ referral_reward_type: type, referral_reward_value: value }, _, { currency, locale }) =>
      valueText({ type, value }, currency, locale),
  },
  {
    what: termsMessages.refereeReward,
    fields: ['referral_reward_referee_type', 'referral_reward_referee_value'],
    words: (program, _, { currency, locale }) =>
      valueText(
        { type: program.referral_reward_referee_type, value: program.referral_reward_referee_value },
        currency,
        locale,
      ),
  },
  {
    what: termsMessages.qualifyOn,
    fields: ['referral_qualify_on'],
    words: ({ referral_qualify_on }, say) => say(termsMessages[referral_qualify_on]),
  },
  {
    what: termsMessages.minInvoice,
    fields: ['referral_min_invoice_cents'],
    words: ({ referral_min_invoice_cents: cents }, say, writing) =>
      amountOr(cents, termsMessages.noMinimum, say, writing),
  },
  {
    what: termsMessages.onRefund,
    fields: ['referral_on_refund'],
    words: ({ referral_on_refund }, say) => say(termsMessages[referral_on_refund]),
  },
  {
    what: termsMessages.names,
    fields: ['referrer_name_display'],
    words: ({ referrer_name_display }, say) => say(termsMessages[referrer_name_display]),
  },
  {
    what: termsMessages.holdDays,
    fields: ['referral_hold_days'],
    words: ({ referral_hold_days: days }, say) => daysOr(days, termsMessages.noWait, say),
  },
  {
    what: termsMessages.expiry,
    fields: ['referral_reward_expires_days'],
    words: ({ referral_reward_expires_days: days }, say) => daysOr(days, termsMessages.never, say),
  },
  {
    what: termsMessages.cap,
    fields: ['referral_max_rewards_per_referrer', 'referral_max_rewards_period'],
    words: ({ referral_max_rewards_per_referrer: count, referral_max_rewards_period: period }, say) =>
      count === null
        ? say(termsMessages.noLimit)
        : say(termsMessages.capWords, { count, period: say(termsMessages[period]) }),
  },
  {
    what: termsMessages.budget,
    fields: ['referral_budget_cents'],
    words: ({ referral_budget_cents: cents }, say, writing) =>
      amountOr(cents, termsMessages.noLimit, say, writing),
  },
  {
    what: termsMessages.keepAttribution,
    fields: ['referral_keep_attribution'],
    words: ({ referral_keep_attribution }, say) =>
      say(referral_keep_attribution ? termsMessages.yes : termsMessages.no),
  },
];

/** Describes the changes of a version. A change that reads the same before and after is left out. */
export function versionChanges(version: Version, writing: Writing): readonly Change[] {
  const former = Object.fromEntries(version.changes.map(({ field, from }) => [field, from]));
  const before: Config = { ...version, ...former };
  return changesBetween(before, version, (field) => field in former, writing);
}

/** Describes how what somebody else saved differs from what is about to be saved. */
export const programDifferences = (
  theirs: Config,
  mine: SaveConfig,
  writing: Writing,
): readonly Difference[] =>
  changesBetween(theirs, { ...theirs, ...mine }, (field) => differs(theirs, mine, field), writing).map(
    ({ what, from, to }) => ({ what, theirs: from, yours: to }),
  );

/** Tells whether a program is what a request would save. */
export const isSaved = (theirs: Config, mine: SaveConfig): boolean =>
  !SUBJECTS.some(({ fields }) => fields.some((field) => differs(theirs, mine, field)));

const differs = (theirs: Config, mine: SaveConfig, field: keyof Config): boolean => {
  const value = mine[field];
  return value !== undefined && value !== theirs[field];
};

function changesBetween(
  before: Config,
  after: Config,
  isChanged: (field: keyof Config) => boolean,
  writing: Writing,
): readonly Change[] {
  const say: Say = (message, values) => textOf(message, writing.locale, values);
  return SUBJECTS.filter(({ fields }) => fields.some(isChanged))
    .map(({ what, words }) => ({
      what: say(what),
      from: words(before, say, writing),
      to: words(after, say, writing),
    }))
    .filter(({ from, to }) => from !== to);
}
