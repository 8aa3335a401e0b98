import { Injectable } from '@nestjs/common';
import { customerNotFound } from '../../customer/customer.errors.js';
import type { Statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { CreditEntry } from './credit-entry.entity.js';
import { CreditLot } from './credit-lot.entity.js';
import { FIRST_HASH } from './entry-hash.js';
import { type Lot, OpenAccount } from './open-account.js';

/**
 * Serializes changes of a customer's credit and rewards. Not `for update`, which would also block the enrollment of a
 * friend, because that references the customer's row by a foreign key.
 */
const LOCK_CUSTOMER = {
  name: 'customer_lock',
  text: `select id from customer where tenant_id = $1 and id = $2 for no key update`,
};

interface Head {
  readonly balanceCents: number;
  readonly entryCount: number;
  readonly lastHash: string;
}

const HEAD = {
  name: 'credit_account_head',
  text: `
    select balance_cents as "balanceCents", entry_count as "entryCount", last_hash as "lastHash"
      from credit_account
     where tenant_id = $1 and customer_id = $2`,
};

const SAVE_HEAD = {
  name: 'credit_account_save_head',
  text: `
    insert into credit_account (tenant_id, customer_id, balance_cents, entry_count, last_hash)
    values ($1, $2, $3, $4, $5)
    on conflict (tenant_id, customer_id) do update
       set balance_cents = excluded.balance_cents, entry_count = excluded.entry_count, last_hash = excluded.last_hash`,
};

/**
 * Adds the difference instead of storing a remainder, so that the CHECK refuses a negative remainder even after a stale
 * read.
 */
const CHANGE_LOT = {
  name: 'credit_lot_change',
  text: `update credit_lot set remaining_cents = remaining_cents + $3 where tenant_id = $1 and id = $2`,
};

const MARK_REVERSED = {
  name: 'credit_lot_mark_reversed',
  text: `update credit_lot set reversed_at = $3 where tenant_id = $1 and id = any($2::text[])`,
};

const REINSTATE = {
  name: 'credit_lot_reinstate',
  text: `
    update credit_lot set reversed_at = null, reinstated_at = $3
     where tenant_id = $1 and reward_id = any($2::text[]) and reversed_at is not null and reinstated_at is null`,
};

const LOT = `
  lot.id, lot.customer_id as "customerId", lot.reward_id as "rewardId", lot.granted_cents as "grantedCents",
  lot.remaining_cents as "remainingCents", lot.expires_at as "expiresAt", lot.reversed_at as "reversedAt",
  lot.reinstated_at as "reinstatedAt", lot.created_at as "createdAt"`;

const DUE_LOTS = {
  name: 'credit_lot_due',
  text: `
    select ${LOT} from credit_lot lot
     where tenant_id = $1 and customer_id = $2 and remaining_cents > 0 and expires_at <= $3
     order by expires_at, created_at, id`,
};

/** Reads lots in the order of their use, until the running sum covers the amount. */
const SPENDABLE_LOTS = {
  name: 'credit_lot_spendable',
  text: `
    select ${LOT}
      from (select lot.*, sum(remaining_cents) over (order by expires_at nulls last, created_at, id)
                          - remaining_cents as before
              from credit_lot lot
             where tenant_id = $1 and customer_id = $2 and remaining_cents > 0
               and (expires_at is null or expires_at > $3)) lot
     where before < $4
     order by expires_at nulls last, created_at, id`,
};

const LOTS_BY_ID = {
  name: 'credit_lot_by_id',
  text: `select ${LOT} from credit_lot lot where tenant_id = $1 and id = any($2::text[])`,
};

const LOTS_OF_REWARD = {
  name: 'credit_lot_of_reward',
  text: `select ${LOT} from credit_lot lot where tenant_id = $1 and reward_id = $2 order by created_at, id`,
};

/**
 * Sums the credit from the lots of a reward that invoices used and no reversal returned, and the credit that was taken back
 * with the reward.
 */
const SPENT_OF_REWARD = {
  name: 'credit_spent_of_reward',
  text: `
    select coalesce(-sum(entry.amount_cents) filter (where entry.kind in ('capture', 'restore')), 0)::bigint as used,
           coalesce(-sum(entry.amount_cents) filter (where entry.kind = 'reverse'), 0)::bigint as "takenBack"
      from credit_lot lot
      join credit_entry entry on entry.tenant_id = lot.tenant_id and entry.customer_id = lot.customer_id
                             and entry.lot_id = lot.id
     where lot.tenant_id = $1 and lot.reward_id = $2 and entry.kind in ('capture', 'restore', 'reverse')`,
};

@Injectable()
export class LedgerRepository {
  /**
   * Locks a customer until the transaction ends, and opens their account. Until then no other transaction changes their
   * credit or rewards.
   * @param reads further reads behind the lock, in the same round trip
   * @throws DomainError `customer_not_found`
   */
  async open<Found>(
    tx: Transaction,
    customerId: string,
    reads: () => Promise<Found>,
  ): Promise<[OpenAccount, Found]> {
    const { tenantId } = tx;
    const key = [tenantId, customerId];
    const [locked, [heads, found]] = await tx.locked(LOCK_CUSTOMER, key, () =>
      Promise.all([tx.query<Head>(HEAD, key), reads()]),
    );
    if (locked.length === 0) throw customerNotFound();
    const head = heads[0] ?? { balanceCents: 0, entryCount: 0, lastHash: FIRST_HASH };
    return [new OpenAccount({ tenantId, customerId, ...head }), found];
  }

  /** Writes the changes of an account since it was opened or last saved. */
  save(tx: Transaction, account: OpenAccount, at: Date): void {
    const accountChanges = account.flush();
    if (accountChanges === undefined) return;
    const { head, entries, granted, changes, reversed, reinstated } = accountChanges;
    const { tenantId, customerId, balanceCents, entryCount, lastHash } = head;
    if (entries.length > 0) tx.queue(SAVE_HEAD, [tenantId, customerId, balanceCents, entryCount, lastHash]);
    if (reinstated.length > 0) tx.queue(REINSTATE, [tenantId, reinstated, at]);
    tx.insert(CreditLot, granted);
    for (const [id, amount] of changes) tx.queue(CHANGE_LOT, [tenantId, id, amount]);
    if (reversed.length > 0) tx.queue(MARK_REVERSED, [tenantId, reversed, at]);
    tx.insert(CreditEntry, entries);
  }

  /** Returns expired lots with a remaining amount. */
  dueLots(tx: Transaction, customerId: string, at: Date): Promise<Lot[]> {
    return this.lots(tx, DUE_LOTS, [customerId, at]);
  }

  /** Returns the lots that an amount would be taken from, in that order: earliest expiry, then oldest. */
  spendableLots(tx: Transaction, customerId: string, at: Date, amountCents: number): Promise<Lot[]> {
    return this.lots(tx, SPENDABLE_LOTS, [customerId, at, amountCents]);
  }

  lotsById(tx: Transaction, ids: readonly string[]): Promise<Lot[]> {
    return this.lots(tx, LOTS_BY_ID, [ids]);
  }

  /** Returns the lot of a reward, and its second lot if the credit was granted again after a refund. */
  lotsOfReward(tx: Transaction, rewardId: string): Promise<Lot[]> {
    return this.lots(tx, LOTS_OF_REWARD, [rewardId]);
  }

  /** Returns the part of a reward's credit that invoices used and no reversal returned, and the part that was taken back. */
  async spentOfReward(tx: Transaction, rewardId: string): Promise<{ used: number; takenBack: number }> {
    const [spent] = await tx.query<{ used: number; takenBack: number }>(SPENT_OF_REWARD, [
      tx.tenantId,
      rewardId,
    ]);
    return spent ?? { used: 0, takenBack: 0 };
  }

  private lots(tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<Lot[]> {
    return tx.query<Lot>(statement, [tx.tenantId, ...values]);
  }
}
