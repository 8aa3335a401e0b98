/**
 * Statuses at a given time, in SQL. A hold ends and a reward expires at its time, whether or not a job has booked it. A
 * referral that qualified is `applied` when all its rewards are, and `unrewarded` when none is or can be; this is calculated,
 * never stored.
 */

/**
 * SQL for the status of a reward. `dueStatuses` in `referral/standing/reward-status.ts` is the same rule in TypeScript.
 * @param at placeholder of the time
 */
export const rewardStatusAt = (reward: string, at: string): string => `
  case when ${reward}.status = 'available' or ${reward}.status = 'pending' and ${reward}.available_at <= ${at}::timestamptz
       then case when ${reward}.type = 'credit' then 'applied'
                 when ${reward}.expires_at <= ${at}::timestamptz then 'expired'
                 else 'available' end
       else ${reward}.status end`;

/** SQL for the time at which a reward was applied. For credit, this is the end of its hold. */
export const rewardAppliedAt = (reward: string, at: string): string => `
  case when ${reward}.type = 'credit' and ${reward}.status in ('pending', 'available')
            and ${reward}.available_at <= ${at}::timestamptz
       then ${reward}.available_at else ${reward}.applied_at end`;

/** SQL for the condition that a reward has been applied, or still can be. False without a reward. */
const isAlive = (reward: string, at: string): string =>
  `coalesce(${rewardStatusAt(reward, at)} in ('pending', 'available', 'applied'), false)`;

/** SQL for the status of a referral whose rewards are joined under two aliases. A side without a reward has nulls. */
export const referralStatusAt = (referral: string, sides: readonly [string, string], at: string): string => `
  case when ${referral}.status <> 'qualified' then ${referral}.status
       when not (${sides.map((side) => isAlive(side, at)).join(' or ')}) then 'unrewarded'
       when ${sides.map((side) => `coalesce(${rewardStatusAt(side, at)}, 'applied') = 'applied'`).join(' and ')} then 'applied'
       else 'qualified' end`;

/** SQL for the status of a referral whose rewards are not joined, for conditions. */
export const standaloneReferralStatusAt = (referral: string, at: string): string => `
  case when ${referral}.status <> 'qualified' then ${referral}.status
       else (select case when not coalesce(bool_or(${isAlive('reward', at)}), false) then 'unrewarded'
                         when bool_and(${rewardStatusAt('reward', at)} = 'applied') then 'applied'
                         else 'qualified' end
               from reward
              where reward.tenant_id = ${referral}.tenant_id and reward.referral_id = ${referral}.id) end`;
