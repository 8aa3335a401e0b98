import type { Schemas } from 'referrals-sdk';

type Reward = NonNullable<Schemas['ReferralDetailAnswer']['referrer_reward']>;

export interface RewardDay {
  readonly message: 'readyOn' | 'usedOn' | 'creditedOn' | 'expiresOn';
  /** ISO 8601 */
  readonly day: string;
}

/** The day that matters where a reward stands: when it can be used, until when, or when it was; null: none does. */
export function rewardDay({ type, status, available_at, expires_at, applied_at }: Reward): RewardDay | null {
  const on = (message: RewardDay['message'], day: string | null): RewardDay | null =>
    day === null ? null : { message, day };
  switch (status) {
    case 'pending':
      return on('readyOn', available_at);
    case 'available':
      return on('expiresOn', expires_at);
    case 'applied':
      return on(type === 'credit' ? 'creditedOn' : 'usedOn', applied_at);
    default:
      return null;
  }
}
