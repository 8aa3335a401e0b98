import { Injectable } from '@nestjs/common';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { Value } from '../tenant/value.js';
import { type AllowanceClaim, periodOf } from './allowances.js';
import { MAX_REWARDS_PERIODS, type RewardRole } from './program-terms.js';
import type { AllowanceKind } from './reward-allowance.entity.js';

/** The parts of a statement that name a limit in a period: placeholders or columns. */
interface Place {
  readonly subject: string;
  readonly period: string;
  /** The start of the period. */
  readonly since: string;
  readonly version: string;
}

/** Builds the count or sum of rewards earned in a period, even if there was no limit then. Voided rewards do not count. */
const EARNED: Readonly<Record<AllowanceKind, (place: Place) => string>> = {
  referrer_rewards: ({ subject, since }) => `
    (select count(*) from reward
      where tenant_id = $1 and customer_id = ${subject} and role = 'referrer' and status <> 'voided'
        and created_at >= ${since})`,
  budget: ({ since }) => `
    (select coalesce(sum(value_units), 0)::bigint from reward
      where tenant_id = $1 and type <> 'discount_percent' and status <> 'voided' and created_at >= ${since})`,
};

/**
 * Builds the used part of a row of `reward_allowance`. The stored count is right as long as no later terms are saved. After
 * that the limit may have been off for a while, so the count is calculated from the earned rewards.
 */
const usedOf = (kind: AllowanceKind, place: Place): string =>
  `case when terms_version >= ${place.version} then used else ${EARNED[kind](place)} end`;

/** Builds the used part of a limit in the period that contains the time `at`. */
const usedAt = (kind: AllowanceKind, subject: string, unit: string, at: string): string => {
  const place = {
    subject,
    period: `case ${unit} when 'month' then to_char(${at}::timestamptz at time zone 'UTC', 'YYYY-MM')
                  when 'year' then to_char(${at}::timestamptz at time zone 'UTC', 'YYYY') else 'ever' end`,
    since: `case ${unit} when 'ever' then '-infinity' else date_trunc(${unit}, ${at}::timestamptz, 'UTC') end`,
    version: 'terms.version',
  };
  return `
    coalesce((select ${usedOf(kind, place)} from reward_allowance
               where tenant_id = $1 and kind = '${kind}' and subject = ${subject} and period = ${place.period}),
             ${EARNED[kind](place)})`;
};

/** Builds the used part of the month's budget of `program_terms terms`, or 0 without a budget. */
export const budgetUsed = (at: string): string => `
  case when terms.budget_cents is null then 0 else ${usedAt('budget', "''", "'month'", at)} end`;

/** Builds the same for an offer, or 0 if both sides get a percentage, which takes nothing from the budget. */
export const budgetUsedForOffer = (at: string): string => `
  case when (terms.referrer_type, terms.referee_type) = ('discount_percent', 'discount_percent')
       then 0 else ${budgetUsed(at)} end`;

/** Builds the number of rewards of a referrer that count toward the limit of `program_terms terms`, or 0 without one. */
export const referrerRewardsUsed = (customer: string, at: string): string => `
  case when terms.max_rewards is null
       then 0 else ${usedAt('referrer_rewards', customer, 'terms.max_rewards_period', at)} end`;

/**
 * Locks the row of a limit, and creates it if it does not exist. `where false` locks an existing row without writing it. The
 * statements that follow see everything that the former holder of the lock has committed, also in `reward`.
 */
const LOCK = {
  name: 'reward_allowance_lock',
  text: `
    insert into reward_allowance (tenant_id, kind, subject, period, used, terms_version)
    values ($1, $2, $3, $4, 0, 0)
    on conflict (tenant_id, kind, subject, period) do update set used = reward_allowance.used where false`,
};

/** Checks the limit and counts in one statement. */
const take = (kind: AllowanceKind): Statement => {
  const used = usedOf(kind, { subject: '$3', period: '$4', since: '$8', version: '$7' });
  return {
    name: `reward_allowance_take_${kind}`,
    text: `
      update reward_allowance set used = ${used} + $5, terms_version = greatest(terms_version, $7)
       where tenant_id = $1 and kind = $2 and subject = $3 and period = $4 and ${used} + $5 <= $6
      returning used`,
  };
};

const TAKE = { referrer_rewards: take('referrer_rewards'), budget: take('budget') };

/** Updates the stored count under later terms, so that reads do not have to calculate it. */
const count = (kind: AllowanceKind): Statement => ({
  name: `reward_allowance_count_${kind}`,
  text: `
    update reward_allowance
       set used = ${EARNED[kind]({ subject: '$2', period: '$3', since: '$4', version: '$5' })}, terms_version = $5
     where tenant_id = $1 and kind = '${kind}' and subject = $2 and period = $3 and terms_version < $5`,
});

const COUNT = { referrer_rewards: count('referrer_rewards'), budget: count('budget') };

/** Never below 0: a reward that was earned while there was no limit may not have been counted. */
const CHANGE = {
  name: 'reward_allowance_change',
  text: `
    update reward_allowance set used = greatest(used + $5, 0)
     where tenant_id = $1 and kind = $2 and subject = $3 and period = any($4)`,
};

/** A reward of a customer, earned at a time. */
type Earned = Value & { readonly role: RewardRole; readonly customerId: string; readonly createdAt: Date };

/** Reads and writes the used part of a program's limits. Callers lock credit accounts before limits. */
@Injectable()
export class AllowanceRepository {
  /** Locks the limits until the transaction ends, always in the same order, so that two transactions cannot deadlock. */
  lock(tx: Transaction, claims: readonly AllowanceClaim[]): void {
    const places = new Map(
      claims.map(({ kind, subject, period }) => [
        `${kind} ${subject} ${period.name}`,
        [kind, subject, period.name],
      ]),
    );
    for (const [, place] of [...places].sort(([a], [b]) => (a < b ? -1 : 1)))
      tx.queue(LOCK, [tx.tenantId, ...place]);
  }

  /**
   * Takes all of an amount, or nothing. The limit must be locked.
   * @returns the used part afterwards, or undefined if the limit has no room for the amount
   */
  async take(
    tx: Transaction,
    { kind, subject, period, limit, amount }: AllowanceClaim,
    termsVersion: number,
  ): Promise<number | undefined> {
    const key = [tx.tenantId, kind, subject, period.name];
    const [taken] = await tx.query<{ used: number }>(TAKE[kind], [
      ...key,
      amount,
      limit,
      termsVersion,
      period.start,
    ]);
    if (taken === undefined)
      tx.queue(COUNT[kind], [tx.tenantId, subject, period.name, period.start, termsVersion]);
    return taken?.used;
  }

  /** Undoes a `take` of the same transaction. */
  giveBack(tx: Transaction, { kind, subject, period, amount }: AllowanceClaim): void {
    tx.queue(CHANGE, [tx.tenantId, kind, subject, [period.name], -amount]);
  }

  /** Gives back the amounts that a voided reward took from the limits of the periods in which it was created. */
  giveBackReward(tx: Transaction, reward: Earned): void {
    this.change(tx, reward, -1);
  }

  /**
   * Counts a reward in the limits that only later terms have set, and not the terms of its referral.
   * @param claims the amounts that it took from the limits of its own terms
   */
  countElsewhere(tx: Transaction, reward: Earned, claims: readonly AllowanceClaim[]): void {
    this.change(tx, reward, 1, claims);
  }

  /** Updates the stored count of the month's budget under new terms. */
  countBudget(tx: Transaction, termsVersion: number, at: Date): void {
    const { name, start } = periodOf('month', at);
    tx.queue(LOCK, [tx.tenantId, 'budget', '', name]);
    tx.queue(COUNT.budget, [tx.tenantId, '', name, start, termsVersion]);
  }

  /** Adds a reward to the counters of its periods, or subtracts it. The budget comes first, as in `lock`. */
  private change(
    tx: Transaction,
    reward: Earned,
    sign: 1 | -1,
    except: readonly AllowanceClaim[] = [],
  ): void {
    const periods = MAX_REWARDS_PERIODS.map((kind) => periodOf(kind, reward.createdAt).name);
    const others = (kind: AllowanceKind): string[] =>
      periods.filter((name) => !except.some((claim) => claim.kind === kind && claim.period.name === name));
    if (reward.type !== 'discount_percent') {
      tx.queue(CHANGE, [tx.tenantId, 'budget', '', others('budget'), sign * reward.units]);
    }
    if (reward.role === 'referrer') {
      tx.queue(CHANGE, [
        tx.tenantId,
        'referrer_rewards',
        reward.customerId,
        others('referrer_rewards'),
        sign,
      ]);
    }
  }
}
