import type { Cell } from '../common/csv.js';
import type { ReferralAnswer, SideReward } from './referral.dto.js';

type Side = 'referrer' | 'referee';

const person = (side: Side): string[] => [`${side}_customer_id`, `${side}_name`, `${side}_email`];
const reward = (side: Side): string[] =>
  ['type', 'value', 'status', 'applied_at'].map((field) => `${side}_reward_${field}`);

/** The columns of the CSV export. Names never change; new columns are added at the end. */
export const REFERRAL_COLUMNS: readonly string[] = [
  ...['id', 'created_at', 'status', 'rewards_applied', 'referral_code'],
  ...person('referrer'),
  ...person('referee'),
  ...reward('referrer'),
  ...reward('referee'),
  'referrer_reward_withheld',
  'referee_reward_withheld',
];

/** Returns the four cells of a reward, empty for a side without one. */
const rewardCells = (earned: SideReward | null): Cell[] =>
  earned === null ? [null, null, null, null] : [earned.type, earned.value, earned.status, earned.applied_at];

/** Returns the cells of one referral, in the order of `REFERRAL_COLUMNS`. */
export const referralCells = (referral: ReferralAnswer): Cell[] => [
  referral.id,
  referral.created_at,
  referral.status,
  referral.rewards_applied,
  referral.referral_code,
  referral.referrer_customer_id,
  referral.referrer_name,
  referral.referrer_email,
  referral.referee_customer_id,
  referral.referee_name,
  referral.referee_email,
  ...rewardCells(referral.referrer_reward),
  ...rewardCells(referral.referee_reward),
  referral.referrer_reward_withheld,
  referral.referee_reward_withheld,
];
