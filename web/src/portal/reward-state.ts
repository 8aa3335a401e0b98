import type { MyReferral } from './use-portal-data.js';

/** Where the reward of one referral stands, as the referrer sees it. */
export type RewardState =
  'none' | 'rejected' | 'waiting' | 'arriving' | 'ready' | 'added' | 'used' | 'taken_back' | 'expired';

type Reward = NonNullable<MyReferral['reward']>;

/** A reward that is held arrives on a day; one whose referral is not confirmed arrives once it is. */
export function rewardStateOf({ status, reward }: MyReferral, now: Date): RewardState {
  if (status === 'rejected') return 'rejected';
  if (reward === null || reward.value === 0) return status === 'pending' ? 'waiting' : 'none';
  switch (reward.status) {
    case 'applied':
      return reward.type === 'credit' ? 'added' : 'used';
    case 'voided':
    case 'reversed':
      return 'taken_back';
    case 'expired':
      return 'expired';
    default:
      return stateToCome(reward, now);
  }
}

function stateToCome({ status, available_at }: Reward, now: Date): RewardState {
  if (available_at === null) return 'waiting';
  if (new Date(available_at) > now) return 'arriving';
  return status === 'available' ? 'ready' : 'arriving';
}
