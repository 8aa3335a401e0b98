/** The abuse rules: each can match an enrollment with a referral code. */
export const RULES = [
  'same_email',
  'same_phone',
  'disposable_domain',
  'velocity_referrer',
  'velocity_address',
  'same_address',
] as const;
export type Rule = (typeof RULES)[number];

/** The effect of a rule that matches: nothing, a recorded observation, or rewards held until a review is decided. */
export const MODES = ['off', 'observe', 'hold'] as const;
export type Mode = (typeof MODES)[number];
export type RuleModes = Readonly<Record<Rule, Mode>>;

/** A tenant's settings of all rules. */
export interface AbuseSettings extends RuleModes {
  /** Newcomers that may use one referrer's code within 24 hours. */
  readonly velocity_referrer_limit: number;
  /** Newcomers that may use a code from one address within an hour. */
  readonly velocity_address_limit: number;
}

/** The settings of a new tenant: no rule holds a referral, but matches are recorded. */
export const DEFAULT_SETTINGS: AbuseSettings = {
  same_email: 'observe',
  same_phone: 'observe',
  disposable_domain: 'observe',
  velocity_referrer: 'observe',
  velocity_address: 'observe',
  same_address: 'observe',
  velocity_referrer_limit: 10,
  velocity_address_limit: 5,
};

export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as (keyof AbuseSettings)[];

/** For each rule, whether a newcomer matches it. Most rules that are off are not evaluated and count as not matched. */
export type RuleMatches = Readonly<Record<Rule, boolean>>;

/** The rules that an enrollment matched. */
export interface Suspicion {
  /** All matched rules that are not off. */
  readonly reasons: readonly Rule[];
  /** Those with mode `hold`. Empty if the matches are only recorded. */
  readonly heldBy: readonly Rule[];
}

/** Applies the modes to the matches. Returns undefined if no rule matches, apart from those that are off. */
export function evaluateRules(modes: RuleModes, matches: RuleMatches): Suspicion | undefined {
  const reasons = RULES.filter((rule) => matches[rule] && modes[rule] !== 'off');
  if (reasons.length === 0) return undefined;
  return { reasons, heldBy: reasons.filter((rule) => modes[rule] === 'hold') };
}
