import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/statement.js';
import { TenantReader } from '../database/tenant-reader.js';
import type { CreditEntry } from './credit-entry.entity.js';
import type { KeptAccount, KeptLot } from './verify-account.js';

/** How many customers are looked at with one statement. */
const BATCH = 50;

/** All of a customer's credit in one statement: nobody's bookings come between. No entry is without an account: a key says so. */
const ACCOUNTS_AFTER: Statement = {
  priority: 'bulk',
  name: 'ledger_accounts_after',
  text: `
    select account.customer_id as "customerId", account.balance_cents as "balanceCents",
           account.entry_count as "entryCount", account.last_hash as "lastHash",
           coalesce((select json_agg(json_build_object(
                       'tenantId', tenant_id, 'customerId', customer_id, 'sequence', sequence, 'id', id,
                       'lotId', lot_id, 'kind', kind, 'amountCents', amount_cents,
                       'lotRemainingCents', lot_remaining_cents, 'balanceCents', balance_cents,
                       'redemptionId', redemption_id, 'reason', reason, 'actor', actor, 'createdAt', created_at,
                       'hash', hash) order by sequence)
                       from credit_entry
                      where tenant_id = $1 and customer_id = account.customer_id), '[]') as entries,
           coalesce((select json_agg(json_build_object(
                       'id', id, 'rewardId', reward_id, 'grantedCents', granted_cents,
                       'remainingCents', remaining_cents, 'expiresAt', expires_at, 'reversedAt', reversed_at,
                       'createdAt', created_at))
                       from credit_lot
                      where tenant_id = $1 and customer_id = account.customer_id), '[]') as lots
      from (select * from credit_account
             where tenant_id = $1 and customer_id > $2
             order by customer_id
             limit ${BATCH}) account
     order by account.customer_id`,
};

/** A customer with credit and no account: the keys forbid it, and whoever can switch keys off can do it. */
const ORPHAN: Statement = {
  priority: 'bulk',
  name: 'ledger_orphan',
  text: `
    select customer_id as "customerId"
      from (select tenant_id, customer_id from credit_lot where tenant_id = $1
            union all
            select tenant_id, customer_id from credit_entry where tenant_id = $1) owned
     where not exists (select from credit_account account
                        where account.tenant_id = owned.tenant_id and account.customer_id = owned.customer_id)
     limit 1`,
};

/** In JSON, moments are text. */
type InJson<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

type AccountRow = KeptAccount['head'] & {
  readonly entries: readonly InJson<CreditEntry>[];
  readonly lots: readonly InJson<KeptLot>[];
};

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const keptOf = ({ entries, lots, ...head }: AccountRow): KeptAccount => ({
  head,
  entries: entries.map((entry) => ({ ...entry, createdAt: new Date(entry.createdAt) })),
  lots: lots.map((lot) => ({
    ...lot,
    expiresAt: dateOf(lot.expiresAt),
    reversedAt: dateOf(lot.reversedAt),
    createdAt: new Date(lot.createdAt),
  })),
});

@Injectable()
export class LedgerQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Every account of a tenant with all that belongs to it, a batch at a time. */
  async *accounts(tenantId: string): AsyncGenerator<KeptAccount> {
    let last = '';
    for (;;) {
      const rows = await this.reader.rows<AccountRow>(tenantId, ACCOUNTS_AFTER, [tenantId, last]);
      for (const row of rows) yield keptOf(row);
      last = rows.at(-1)?.customerId ?? '';
      if (rows.length < BATCH) return;
    }
  }

  /** A customer whose credit has no account. */
  async orphan(tenantId: string): Promise<string | undefined> {
    return (await this.reader.row<{ customerId: string }>(tenantId, ORPHAN, [tenantId]))?.customerId;
  }
}
