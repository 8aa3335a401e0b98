import { Injectable } from '@nestjs/common';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import type { AllowancePeriod } from './allowance-period.js';
import type { AllowanceKind } from './reward-allowance.entity.js';

/** A limit in a period. */
export interface Allowance {
  readonly kind: AllowanceKind;
  readonly subject: string;
  readonly period: AllowancePeriod;
  readonly limit: number;
  /** The version of the terms that set it. */
  readonly termsVersion: number;
}

const OPEN = {
  name: 'reward_allowance_open',
  text: `
    insert into reward_allowance (tenant_id, kind, subject, period, used, terms_version)
    values ($1, $2, $3, $4, 0, 0)
    on conflict do nothing`,
};

/** What was earned in the period, whether or not there was a limit then. `$8` is its start. */
const EARNED: Readonly<Record<AllowanceKind, string>> = {
  referrer_rewards: `
    (select count(*) from reward
      where tenant_id = $1 and customer_id = $3 and role = 'referrer' and created_at >= $8)`,
  budget: `
    (select coalesce(sum(value_units), 0) from reward
      where tenant_id = $1 and type <> 'discount_percent' and created_at >= $8)`,
};

/**
 * One statement decides and counts: the row lock puts takers in a row, and each sees what the last one left. The counter
 * is trusted while the terms are the same. Under other terms, when the limit may have been off meanwhile, it is made from
 * what was earned.
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
  /** Takes an amount, all of it or nothing. @returns false when it would pass the limit */
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
