/**
 * Statuses at a given time, in SQL. A hold ends and a reward expires at its time, whether or not a job has booked it. A
 * referral is `applied` when all its rewards are; this is calculated, never stored.
 */

/**
 * Builds the status of a reward. `dueStatuses` in `referral/standing/reward-status.ts` is the same rule in TypeScript.
 * @param at placeholder of the time
 */
export const rewardStatusAt = (reward: string, at: string): string => `
  case when ${reward}.status = 'available' or ${reward}.status = 'pending' and ${reward}.available_at <= ${at}::timestamptz
       then case when ${reward}.type = 'credit' then 'applied'
                 when ${reward}.expires_at <= ${at}::timestamptz then 'expired'
                 else 'available' end
       else ${reward}.status end`;

/** Builds the time at which a reward was applied. For credit, this is the end of its hold. */
export const rewardAppliedAt = (reward: string, at: string): string => `
  case when ${reward}.type = 'credit' and ${reward}.status in ('pending', 'available')
            and ${reward}.available_at <= ${at}::timestamptz
       then ${reward}.available_at else ${reward}.applied_at end`;

/** Builds the status of a referral whose rewards are joined under two aliases. A side without a reward has nulls. */
export const referralStatusAt = (referral: string, sides: readonly [string, string], at: string): string => `
  case when ${referral}.status = 'qualified' and coalesce(${sides[0]}.id, ${sides[1]}.id) is not null
        and ${sides.map((side) => `coalesce(${rewardStatusAt(side, at)}, 'applied') = 'applied'`).join(' and ')}
       then 'applied' else ${referral}.status end`;

/** Builds the status of a referral whose rewards are not joined, for conditions. */
export const standaloneReferralStatusAt = (referral: string, at: string): string => `
  case when ${referral}.status = 'qualified'
        and (select bool_and(${rewardStatusAt('reward', at)} = 'applied') from reward
              where reward.tenant_id = ${referral}.tenant_id and reward.referral_id = ${referral}.id)
       then 'applied' else ${referral}.status end`;
