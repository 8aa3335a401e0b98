/** What makes an enrollment suspect that brings a referral. */
export const RULES = [
  'same_email',
  'same_phone',
  'disposable_domain',
  'velocity_referrer',
  'velocity_address',
  'same_address',
] as const;
export type Rule = (typeof RULES)[number];

/** What a rule does when it matches: nothing, leave a note, or hold the rewards until somebody has looked. */
export const MODES = ['off', 'observe', 'hold'] as const;
export type Mode = (typeof MODES)[number];
export type RuleModes = Readonly<Record<Rule, Mode>>;

/** A tenant's rules. */
export interface AbuseSettings extends RuleModes {
  /** How many newcomers one referrer's code may bring in 24 hours. */
  readonly velocity_referrer_limit: number;
  /** How many newcomers may bring a code from one address in an hour. */
  readonly velocity_address_limit: number;
}

/** A new tenant's rules hold nobody, and count whom they would have held. */
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
