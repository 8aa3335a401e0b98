import { Injectable } from '@nestjs/common';
import type { Statement } from '../core/database/statement.js';
import type { Transaction } from '../core/database/transaction.js';
import { Reward, type RewardRow } from './reward.entity.js';
import { rewardExists } from './reward.errors.js';

const REWARD = `
  id, referral_id as "referralId", customer_id as "customerId", role, type, value_units as units, status,
  available_at as "availableAt", applied_at as "appliedAt", expires_at as "expiresAt", used_cents as "usedCents",
  redemption_id as "redemptionId", shortfall_cents as "shortfallCents",
  refunded_as as "refundedAs", created_at as "createdAt"`;

const BY_ID = {
  name: 'reward_row_by_id',
  text: `select ${REWARD} from reward where tenant_id = $1 and id = $2`,
};

const OF_REFERRAL = {
  name: 'reward_of_referral',
  text: `select ${REWARD} from reward where tenant_id = $1 and referral_id = $2 order by role`,
};

const OF_REDEMPTION = {
  name: 'reward_of_redemption',
  text: `
    select ${REWARD} from reward
     where tenant_id = $1
       and id in (select reward_id from redemption_line
                   where tenant_id = $1 and redemption_id = $2 and source = 'referral')`,
};

const USED_ON = {
  name: 'reward_used_on',
  text: `select invoice_id as "invoiceId" from redemption where tenant_id = $1 and id = $2`,
};

/** A union, so that each half uses a partial index of its own. */
const DUE = {
  name: 'reward_due',
  text: `
    select ${REWARD} from reward
     where tenant_id = $1 and customer_id = $2 and status = 'pending' and available_at <= $3::timestamptz
     union all
    select ${REWARD} from reward
     where tenant_id = $1 and customer_id = $2 and status = 'available' and expires_at <= $3::timestamptz`,
};

/** The oldest ten: an invoice uses only one discount earned as a referrer, and its answer names at most ten that wait. */
const oldest = (status: string): string => `
  (select ${REWARD} from reward
    where tenant_id = $1 and customer_id = $2 and status = '${status}'
    order by created_at, id
    limit 10)`;

const USABLE = { name: 'reward_usable', text: `${oldest('available')} union all ${oldest('pending')}` };

const SCHEDULE = {
  name: 'reward_schedule',
  text: `
    update reward set available_at = $3, expires_at = $4
     where tenant_id = $1 and referral_id = $2 and status = 'pending'`,
};

/**
 * Updates one row per statement. PostgreSQL would plan a single statement with `unnest` again at every call, because it
 * expects a long list; the planning took an eighth of the time of a redemption in PostgreSQL.
 */
const SAVE = {
  name: 'reward_save',
  text: `
    update reward
       set status = $3, applied_at = $4, used_cents = $5, redemption_id = $6, shortfall_cents = $7,
           refunded_as = $8
     where tenant_id = $1 and id = $2`,
};

const REDUCE_SHORTFALL = {
  name: 'reward_reduce_shortfall',
  text: `update reward set shortfall_cents = shortfall_cents - $3 where tenant_id = $1 and id = $2`,
};

/** Reads and writes rewards. A caller that changes one must hold the lock of its customer (`LedgerRepository.open`). */
@Injectable()
export class RewardRepository {
  /** Inserts rewards. The unique key fails the transaction with `reward_exists` if a side already has one. */
  insert(tx: Transaction, rewards: readonly RewardRow[]): void {
    tx.insert(Reward, rewards, { reward_recipient_key: rewardExists });
  }

  /** Updates the status and use of rewards. */
  save(tx: Transaction, rewards: readonly RewardRow[]): void {
    for (const { id, status, appliedAt, usedCents, redemptionId, shortfallCents, refundedAs } of rewards) {
      tx.queue(SAVE, [
        tx.tenantId,
        id,
        status,
        appliedAt,
        usedCents,
        redemptionId,
        shortfallCents,
        refundedAs,
      ]);
    }
  }

  /** Sets when the pending rewards of a referral that has qualified become available, and when they expire. */
  schedule(tx: Transaction, referralId: string, availableAt: Date, expiresAt: Date | null): void {
    tx.queue(SCHEDULE, [tx.tenantId, referralId, availableAt, expiresAt]);
  }

  /** Reduces the shortfall of a reversed reward, because part of the used amount was returned. */
  reduceShortfall(tx: Transaction, id: string, cents: number): void {
    tx.queue(REDUCE_SHORTFALL, [tx.tenantId, id, cents]);
  }

  async byId(tx: Transaction, id: string): Promise<RewardRow | undefined> {
    return (await this.rows(tx, BY_ID, [id]))[0];
  }

  ofReferral(tx: Transaction, referralId: string): Promise<RewardRow[]> {
    return this.rows(tx, OF_REFERRAL, [referralId]);
  }

  /** Returns the rewards that a redemption used as discounts. */
  ofRedemption(tx: Transaction, redemptionId: string): Promise<RewardRow[]> {
    return this.rows(tx, OF_REDEMPTION, [redemptionId]);
  }

  /** Returns the id of the invoice of a redemption. */
  async invoiceOf(tx: Transaction, redemptionId: string): Promise<string | undefined> {
    return (await tx.query<{ invoiceId: string }>(USED_ON, [tx.tenantId, redemptionId]))[0]?.invoiceId;
  }

  /** Returns the rewards with a change that is due and not yet booked. */
  due(tx: Transaction, customerId: string, at: Date): Promise<RewardRow[]> {
    return this.rows(tx, DUE, [customerId, at]);
  }

  /** Returns the rewards that a customer can use now (available) or later (pending). */
  usable(tx: Transaction, customerId: string): Promise<RewardRow[]> {
    return this.rows(tx, USABLE, [customerId]);
  }

  private rows(tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<RewardRow[]> {
    return tx.query<RewardRow>(statement, [tx.tenantId, ...values]);
  }
}
