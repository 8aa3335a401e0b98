import { Injectable } from '@nestjs/common';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Value } from '../tenant/value.js';
import { type AllowanceClaim, periodOf } from './allowances.js';
import { MAX_REWARDS_PERIODS, type RewardRole } from './program-terms.js';
import type { AllowanceKind } from './reward-allowance.entity.js';

/** SQL for the customer of a limit and for the bounds of its period: placeholders or columns. */
interface PeriodSql {
  readonly subject: string;
  readonly since: string;
  readonly until: string;
}

/**
 * SQL for the number or the sum of the rewards earned in a period, whether or not a limit was set then. Voided rewards do
 * not count.
 */
const EARNED: Readonly<Record<AllowanceKind, (period: PeriodSql) => string>> = {
  referrer_rewards: ({ subject, since, until }) => `
    (select count(*) from reward
      where tenant_id = $1 and customer_id = ${subject} and role = 'referrer' and status <> 'voided'
        and created_at >= ${since} and created_at < ${until})`,
  budget: ({ since, until }) => `
    (select coalesce(sum(value_units), 0)::bigint from reward
      where tenant_id = $1 and type <> 'discount_percent' and status <> 'voided'
        and created_at >= ${since} and created_at < ${until})`,
};

/**
 * SQL for the used part of a limit in the period that contains the time `at`. A counter includes every reward of its
 * period, whether or not the reward's own terms set the limit. Without a counter, the rewards are counted or summed.
 */
const usedAt = (kind: AllowanceKind, subject: string, unit: string, at: string): string => {
  const period = `case ${unit} when 'month' then to_char(${at}::timestamptz at time zone 'UTC', 'YYYY-MM')
                  when 'year' then to_char(${at}::timestamptz at time zone 'UTC', 'YYYY') else 'ever' end`;
  const since = `case ${unit} when 'ever' then '-infinity' else date_trunc(${unit}, ${at}::timestamptz, 'UTC') end`;
  return `
    coalesce((select used from reward_allowance
               where tenant_id = $1 and kind = '${kind}' and subject = ${subject} and period = ${period}),
             ${EARNED[kind]({ subject, since, until: `'infinity'` })})`;
};

/** SQL for the used part of the month's budget of `program_terms terms`, or 0 without a budget. */
export const budgetUsed = (at: string): string => `
  case when terms.budget_cents is null then 0 else ${usedAt('budget', "''", "'month'", at)} end`;

/** SQL for the same, or 0 for an offer of percentages to both sides, which take nothing from the budget. */
export const budgetUsedForOffer = (at: string): string => `
  case when (terms.referrer_type, terms.referee_type) = ('discount_percent', 'discount_percent')
       then 0 else ${budgetUsed(at)} end`;

/** SQL for the number of rewards of a referrer that count toward the limit of `program_terms terms`, or 0 without one. */
export const referrerRewardsUsed = (customer: string, at: string): string => `
  case when terms.max_rewards is null
       then 0 else ${usedAt('referrer_rewards', customer, 'terms.max_rewards_period', at)} end`;

/**
 * Makes transactions that add or remove rewards wait for one that starts a counter, and vice versa: a counter starts with
 * the number or sum of the existing rewards, and a transaction that does not see the counter yet cannot change it. Those
 * that earn or give back share this lock. One that starts a counter takes it exclusively, so it sees every reward of the
 * others, and they see its counter. The budget lock is always taken before the referrer lock.
 */
const LOCK_LIMITS = {
  name: 'reward_allowance_meet',
  text: `
    select case when place.starts then pg_advisory_xact_lock(place.key)::text
                else pg_advisory_xact_lock_shared(place.key)::text end
      from (select hashtextextended(concat_ws(' ', 'allowance', $1::text, kind, subject), 0) as key,
                   bool_or(claimed and not exists (select from reward_allowance counter
                                                    where counter.tenant_id = $1 and counter.kind = share.kind
                                                      and counter.subject = share.subject
                                                      and counter.period = share.period
                                                      and counter.used is not null)) as starts
              from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) as share (kind, subject, period, claimed)
             group by kind, subject
             order by kind, subject) place`,
};

/**
 * Locks counters in a fixed order: those that exist, and those that are claimed, which it creates if they do not exist.
 * `where false` locks a row without writing it. The statements that follow see everything that earlier holders of the locks
 * committed.
 */
const LOCK_COUNTERS = {
  name: 'reward_allowance_lock',
  text: `
    insert into reward_allowance (tenant_id, kind, subject, period)
    select $1, kind, subject, period
      from unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) as share (kind, subject, period, claimed)
     where claimed or exists (select from reward_allowance counter
                               where counter.tenant_id = $1 and counter.kind = share.kind
                                 and counter.subject = share.subject and counter.period = share.period)
     order by kind, subject, period
    on conflict (tenant_id, kind, subject, period) do update set used = reward_allowance.used where false`,
};

const IS_COUNTER = 'tenant_id = $1 and kind = $2 and subject = $3 and period = $4';
const PERIOD: PeriodSql = { subject: '$3', since: '$5::timestamptz', until: '$6::timestamptz' };

/** Checks the limit and adds the amount in one statement. A new row has no count yet, so it starts from the rewards. */
const take = (kind: AllowanceKind): Statement => {
  const used = `coalesce(used, ${EARNED[kind](PERIOD)})`;
  return {
    name: `reward_allowance_take_${kind}`,
    text: `
      update reward_allowance set used = ${used} + $7
       where ${IS_COUNTER} and ${used} + $7 <= $8
      returning used`,
  };
};

const TAKE = { referrer_rewards: take('referrer_rewards'), budget: take('budget') };

/** Counts a new row, so that reads do not have to sum the rewards. */
const count = (kind: AllowanceKind): Statement => ({
  name: `reward_allowance_count_${kind}`,
  text: `update reward_allowance set used = ${EARNED[kind](PERIOD)} where ${IS_COUNTER} and used is null`,
});

const COUNT = { referrer_rewards: count('referrer_rewards'), budget: count('budget') };

/** Adds amounts to the counters that were started, and locks them in the same order as `LOCK_COUNTERS`. */
const CHANGE = {
  name: 'reward_allowance_change',
  text: `
    with change as materialized (
      select * from unnest($2::text[], $3::text[], $4::text[], $5::bigint[]) as change (kind, subject, period, amount)
    ), locked as materialized (
      select counter.kind, counter.subject, counter.period, change.amount
        from change join reward_allowance counter using (kind, subject, period)
       where counter.tenant_id = $1 and counter.used is not null
       order by 1, 2, 3
         for update of counter
    )
    update reward_allowance counter set used = greatest(counter.used + locked.amount, 0)
      from locked
     where counter.tenant_id = $1 and counter.used is not null
       and (counter.kind, counter.subject, counter.period) = (locked.kind, locked.subject, locked.period)`,
};

/** A reward of a customer, earned at a time. */
type Earned = Value & { readonly role: RewardRole; readonly customerId: string; readonly createdAt: Date };

/** The amount that a reward takes from a limit in a period. */
type Share = Omit<AllowanceClaim, 'limit'>;

const nameOf = ({ kind, subject, period }: Share): string => `${kind} ${subject} ${period.name}`;

/** Returns the amounts that a reward takes from all possible limits, whether or not they are set. */
function sharesOf(reward: Earned): Share[] {
  const { role, customerId: subject, createdAt } = reward;
  const shares: Share[] = [];
  if (reward.type !== 'discount_percent')
    shares.push({ kind: 'budget', subject: '', period: periodOf('month', createdAt), amount: reward.units });
  if (role === 'referrer')
    for (const unit of MAX_REWARDS_PERIODS)
      shares.push({ kind: 'referrer_rewards', subject, period: periodOf(unit, createdAt), amount: 1 });
  return shares;
}

/** Returns the columns that name counters. */
const columnsOf = (shares: readonly Share[]): string[][] => [
  shares.map(({ kind }) => kind),
  shares.map(({ subject }) => subject),
  shares.map(({ period }) => period.name),
];

/** Returns the values that name a row and its period. */
const rowOf = ({ tenantId }: Transaction, { kind, subject, period }: Share): unknown[] => [
  ...[tenantId, kind, subject, period.name],
  ...[period.start, period.end ?? 'infinity'],
];

/** Reads and writes the used part of a program's limits. Callers lock credit accounts before limits. */
@Injectable()
export class AllowanceRepository {
  /**
   * Locks the limits that rewards count toward until the transaction ends, always in the same order, so that two
   * transactions cannot deadlock. Must be called before a reward is created or given back.
   * @param claims the limits of the rewards' own terms
   */
  lock(tx: Transaction, rewards: readonly Earned[], claims: readonly AllowanceClaim[]): void {
    const claimed = new Set(claims.map(nameOf));
    const shares = new Map<string, Share>(
      [...rewards.flatMap(sharesOf), ...claims].map((one) => [nameOf(one), one]),
    );
    const all = [...shares.values()];
    if (all.length === 0) return;
    const values = [tx.tenantId, ...columnsOf(all), all.map((share) => claimed.has(nameOf(share)))];
    tx.queue(LOCK_LIMITS, values);
    if (claims.length > 0) tx.queue(LOCK_COUNTERS, values);
  }

  /**
   * Takes all of an amount, or nothing. The limit must be locked.
   * @returns the amount used afterward, or undefined if the limit has no room for the amount
   */
  async take(tx: Transaction, claim: AllowanceClaim): Promise<number | undefined> {
    const { kind, amount, limit } = claim;
    const row = rowOf(tx, claim);
    const [taken] = await tx.query<{ used: number }>(TAKE[kind], [...row, amount, limit]);
    if (taken === undefined) tx.queue(COUNT[kind], row);
    return taken?.used;
  }

  /** Undoes a `take` of the same transaction. */
  giveBack(tx: Transaction, claim: AllowanceClaim): void {
    this.change(tx, [claim], -1);
  }

  /** Gives back what a voided reward took from the limits of the periods it was created in. */
  giveBackReward(tx: Transaction, reward: Earned): void {
    this.lock(tx, [reward], []);
    this.change(tx, sharesOf(reward), -1);
  }

  /**
   * Counts rewards toward limits that their own terms do not set but other terms may.
   * @param claims the amounts that the rewards took from the limits of their own terms
   */
  countElsewhere(tx: Transaction, rewards: readonly Earned[], claims: readonly AllowanceClaim[]): void {
    const taken = new Set(claims.map(nameOf));
    const shares = rewards.flatMap(sharesOf).filter((share) => !taken.has(nameOf(share)));
    this.change(tx, shares, 1);
  }

  /** Starts the counter of the month's budget. */
  countBudget(tx: Transaction, at: Date): void {
    const period = periodOf('month', at);
    const budget = { kind: 'budget', subject: '', period, amount: 0, limit: 0 } as const;
    this.lock(tx, [], [budget]);
    tx.queue(COUNT.budget, rowOf(tx, budget));
  }

  private change(tx: Transaction, shares: readonly Share[], sign: 1 | -1): void {
    const sums = new Map<string, Share>();
    for (const share of shares) {
      const amount = (sums.get(nameOf(share))?.amount ?? 0) + sign * share.amount;
      sums.set(nameOf(share), { ...share, amount });
    }
    const all = [...sums.values()];
    if (all.length === 0) return;
    tx.queue(CHANGE, [tx.tenantId, ...columnsOf(all), all.map(({ amount }) => amount)]);
  }
}
