import { omitUndefined } from '../common/omit-undefined.js';
import { majorOf, toValue } from '../tenant/value.js';
import type { ConfigAnswer, ReferralConfig, SaveConfigRequest } from './config.dto.js';
import type { Program, ProgramSettings } from './program-terms.js';

/**
 * Returns a function that applies the request to the former program: the five keys of the guide are replaced, absent
 * settings are kept.
 * @throws DomainError `validation_failed` at once for a value that the type or the currency does not allow
 */
export function programFrom(config: SaveConfigRequest, currency: string): (former: Program) => Program {
  const terms = termsOf(config, currency);
  const settings = omitUndefined(settingsOf(config));
  return (former) => ({ ...terms, settings: { ...former.settings, ...settings } });
}

/** Converts a program to its API representation. */
export const configOf = (
  { enabled, referrer, referee, settings }: Program,
  currency: string,
): ConfigAnswer => ({
  referral_enabled: enabled,
  referral_reward_type: referrer.type,
  referral_reward_value: majorOf(referrer, currency),
  referral_reward_referee_type: referee.type,
  referral_reward_referee_value: majorOf(referee, currency),
  referral_qualify_on: settings.qualifyOn,
  referral_min_invoice_cents: settings.minInvoiceCents,
  referral_on_refund: settings.onRefund,
  referral_hold_days: settings.holdDays,
  referral_reward_expires_days: settings.rewardExpiresDays,
  referral_max_rewards_per_referrer: settings.maxRewards,
  referral_max_rewards_period: settings.maxRewardsPeriod,
  referral_budget_cents: settings.budgetCents,
  referral_keep_attribution: settings.keepAttribution,
  referrer_name_display: settings.referrerNameDisplay,
});

function termsOf(config: ReferralConfig, currency: string): Omit<Program, 'settings'> {
  const { referral_enabled: enabled, referral_reward_type, referral_reward_value } = config;
  const { referral_reward_referee_type, referral_reward_referee_value } = config;
  const referrer = { type: referral_reward_type, value: referral_reward_value };
  const referee = { type: referral_reward_referee_type, value: referral_reward_referee_value };
  return {
    enabled,
    referrer: toValue(referrer, currency, 'referral_reward_value'),
    referee: toValue(referee, currency, 'referral_reward_referee_value'),
  };
}

/** Returns the settings that the request contains. */
const settingsOf = (
  config: SaveConfigRequest,
): { [K in keyof ProgramSettings]?: ProgramSettings[K] | undefined } => ({
  qualifyOn: config.referral_qualify_on,
  minInvoiceCents: config.referral_min_invoice_cents,
  onRefund: config.referral_on_refund,
  holdDays: config.referral_hold_days,
  rewardExpiresDays: config.referral_reward_expires_days,
  maxRewards: config.referral_max_rewards_per_referrer,
  maxRewardsPeriod: config.referral_max_rewards_period,
  budgetCents: config.referral_budget_cents,
  keepAttribution: config.referral_keep_attribution,
  referrerNameDisplay: config.referrer_name_display,
});
