/**
 * Statuses as they are at a moment, in SQL. Holds mature and rewards expire whether or not a job has booked it, and a
 * referral is `applied` when every reward of it is: that follows from the rewards, and is stored nowhere.
 */

/**
 * The status of a reward; `broughtByTime` in `referral/standing/reward-status.ts` says the same in code.
 * @param at the placeholder of the moment
 */
export const rewardStatusAt = (reward: string, at: string): string => `
  case when ${reward}.status = 'available' or ${reward}.status = 'pending' and ${reward}.available_at <= ${at}::timestamptz
       then case when ${reward}.type = 'credit' then 'applied'
                 when ${reward}.expires_at <= ${at}::timestamptz then 'expired'
                 else 'available' end
       else ${reward}.status end`;

/** When a reward was applied: a credit whose hold is over, at its end. */
export const rewardAppliedAt = (reward: string, at: string): string => `
  case when ${reward}.type = 'credit' and ${reward}.status in ('pending', 'available')
            and ${reward}.available_at <= ${at}::timestamptz
       then ${reward}.available_at else ${reward}.applied_at end`;

/** The status of a referral whose rewards are at hand under these two aliases, where a side that earned nothing has none. */
export const referralStatusAt = (referral: string, sides: readonly [string, string], at: string): string => `
  case when ${referral}.status = 'qualified' and coalesce(${sides[0]}.id, ${sides[1]}.id) is not null
        and ${sides.map((side) => `coalesce(${rewardStatusAt(side, at)}, 'applied') = 'applied'`).join(' and ')}
       then 'applied' else ${referral}.status end`;

/** The same of a referral alone, for conditions. */
export const lonelyReferralStatusAt = (referral: string, at: string): string => `
  case when ${referral}.status = 'qualified'
        and (select bool_and(${rewardStatusAt('reward', at)} = 'applied') from reward
              where reward.tenant_id = ${referral}.tenant_id and reward.referral_id = ${referral}.id)
       then 'applied' else ${referral}.status end`;
