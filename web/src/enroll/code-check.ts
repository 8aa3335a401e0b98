import type { Schemas } from 'referrals-sdk';
import type { Value } from '../ui/value-words.js';

/** What is known of a typed code at the moment. */
export type CodeCheck<Found> =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'known'; readonly found: Found }
  | { readonly state: 'unknown' }
  /** It could not be asked for, by this error. */
  | { readonly state: 'unchecked'; readonly error: Error };

/** What a good referral code says. */
export interface Invitation {
  /** Null: whoever invites stays hidden. */
  readonly from: string | null;
  readonly reward: Value;
}

/** What a good promo code says. */
export interface Promo {
  readonly discount: Value;
  readonly combinable: boolean;
}

/** Null: there is no such code, or it does nothing at the moment. */
export function invitationOf({
  referrer_name: from = null,
  referee_reward_type: type,
  referee_reward_value: value,
}: Schemas['ReferralValidation']): Invitation | null {
  return type === undefined || value === undefined ? null : { from, reward: { type, value } };
}

/** Null: there is no such code, or it does nothing at the moment. */
export function promoOf({
  discount_type: type,
  discount_value: value,
  combinable_with_referral: combinable = false,
}: Schemas['PromoValidation']): Promo | null {
  return type === undefined || value === undefined ? null : { discount: { type, value }, combinable };
}

/** What was found, if a code is known. */
export const foundIn = <Found>(check: CodeCheck<Found>): Found | null =>
  check.state === 'known' ? check.found : null;
