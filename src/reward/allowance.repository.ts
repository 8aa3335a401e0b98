import { Injectable } from '@nestjs/common';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { AllowanceClaim } from './allowances.js';
import type { AllowanceKind } from './reward-allowance.entity.js';

/** A limit in a period. */
export interface Allowance extends Omit<AllowanceClaim, 'amount'> {
  /** The version of the terms that set the limit. */
  readonly termsVersion: number;
}

const OPEN = {
  name: 'reward_allowance_open',
  text: `
    insert into reward_allowance (tenant_id, kind, subject, period, used, terms_version)
    values ($1, $2, $3, $4, 0, 0)
    on conflict do nothing`,
};

/** Counts what was earned in the period, with or without a limit at the time. `$8` is the start of the period. */
const EARNED: Readonly<Record<AllowanceKind, string>> = {
  referrer_rewards: `
    (select count(*) from reward
      where tenant_id = $1 and customer_id = $3 and role = 'referrer' and created_at >= $8)`,
  budget: `
    (select coalesce(sum(value_units), 0) from reward
      where tenant_id = $1 and type <> 'discount_percent' and created_at >= $8)`,
};

/**
 * Checks the limit and counts in one statement: the row lock makes concurrent callers wait, and each sees the count that
 * the previous one left. The stored count is used while the terms are the same. Under other terms the limit may have been
 * off in between, so the count is computed from what was earned.
 */
const take = (kind: AllowanceKind): Statement => {
  const used = `case when terms_version = $7 then used else greatest(used, ${EARNED[kind]}) end`;
  return {
    name: `reward_allowance_take_${kind}`,
    text: `
      update reward_allowance set used = ${used} + $5, terms_version = $7
       where tenant_id = $1 and kind = $2 and subject = $3 and period = $4 and ${used} + $5 <= $6
      returning used`,
  };
};

const TAKE = { referrer_rewards: take('referrer_rewards'), budget: take('budget') };

const GIVE_BACK = {
  name: 'reward_allowance_give_back',
  text: `
    update reward_allowance set used = used - $5
     where tenant_id = $1 and kind = $2 and subject = $3 and period = $4`,
};

@Injectable()
export class AllowanceRepository {
  /** Takes all of an amount, or nothing. @returns false if the limit has no room for the amount */
  async take(tx: Transaction, allowance: Allowance, amount: number): Promise<boolean> {
    const { kind, subject, period, limit, termsVersion } = allowance;
    const key = [tx.tenantId, kind, subject, period.name];
    tx.queue(OPEN, key);
    const taken = await tx.query(TAKE[kind], [...key, amount, limit, termsVersion, period.start]);
    return taken.length === 1;
  }

  /** Undoes a `take` of the same transaction. */
  giveBack(tx: Transaction, { kind, subject, period }: Allowance, amount: number): void {
    tx.queue(GIVE_BACK, [tx.tenantId, kind, subject, period.name, amount]);
  }
}
