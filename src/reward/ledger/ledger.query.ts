import { Injectable } from '@nestjs/common';
import type { Statement } from '../../core/database/statement.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { CreditEntry } from './credit-entry.entity.js';
import type { StoredAccount, StoredLot } from './verify-account.js';

/** The number of accounts read by one statement. */
const BATCH = 50;
/** An account with more entries is read separately, row by row, because parsing one large JSON would block the process. */
const MAX_ENTRIES_AT_ONCE = 500;

const HEAD = `
  customer_id as "customerId", balance_cents as "balanceCents", entry_count as "entryCount", last_hash as "lastHash"`;
const ENTRY = `json_build_object(
  'tenantId', tenant_id, 'customerId', customer_id, 'sequence', sequence, 'id', id, 'lotId', lot_id, 'kind', kind,
  'amountCents', amount_cents, 'lotRemainingCents', lot_remaining_cents, 'balanceCents', balance_cents,
  'redemptionId', redemption_id, 'reason', reason, 'actor', actor, 'createdAt', created_at, 'hash', hash)`;
const LOT = `json_build_object(
  'id', id, 'rewardId', reward_id, 'grantedCents', granted_cents, 'remainingCents', remaining_cents,
  'expiresAt', expires_at, 'reversedAt', reversed_at, 'reinstatedAt', reinstated_at,
  'createdAt', created_at)`;

/**
 * Reads accounts with their entries and lots in one statement, so that they are consistent. A foreign key ensures that
 * every entry has an account. For an account that is read separately, it reads only the head.
 */
const ACCOUNTS_AFTER: Statement = {
  priority: 'bulk',
  name: 'ledger_accounts_after',
  text: `
    select account.*, case when "entryCount" <= ${MAX_ENTRIES_AT_ONCE} then
             coalesce((select json_agg(${ENTRY} order by sequence) from credit_entry
                        where tenant_id = $1 and customer_id = "customerId"), '[]') end as entries,
           case when "entryCount" <= ${MAX_ENTRIES_AT_ONCE} then
             coalesce((select json_agg(${LOT}) from credit_lot
                        where tenant_id = $1 and customer_id = "customerId"), '[]') end as lots
      from (select ${HEAD} from credit_account
             where tenant_id = $1 and customer_id > $2
             order by customer_id
             limit ${BATCH}) account
     order by "customerId"`,
};

/** Reads one account: one row for the head, and one for each entry and lot. */
const ACCOUNT: Statement = {
  priority: 'bulk',
  name: 'ledger_account',
  text: `
    select (select row_to_json(account) from (select ${HEAD} from credit_account
             where tenant_id = $1 and customer_id = $2) account) as head, null::json as entry, null::json as lot
    union all
    select null, ${ENTRY}, null from credit_entry where tenant_id = $1 and customer_id = $2
    union all
    select null, null, ${LOT} from credit_lot where tenant_id = $1 and customer_id = $2`,
};

/** Finds a customer with credit but no account. Foreign keys prevent this, but a superuser can disable them. */
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

/** A row as JSON, in which dates are strings. */
type Serialized<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

type Head = StoredAccount['head'];
type EntryRow = Serialized<CreditEntry>;
type LotRow = Serialized<StoredLot>;

/** `entries` and `lots` are null if there are too many for one row. */
type AccountRow = Head & {
  readonly entries: readonly EntryRow[] | null;
  readonly lots: readonly LotRow[] | null;
};

/** A head, an entry or a lot; the others are null. */
interface PartRow {
  readonly head: Head | null;
  readonly entry: EntryRow | null;
  readonly lot: LotRow | null;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const toStoredAccount = (
  head: Head,
  entries: readonly EntryRow[],
  lots: readonly LotRow[],
): StoredAccount => ({
  head,
  entries: entries.map((entry) => ({ ...entry, createdAt: new Date(entry.createdAt) })),
  lots: lots.map((lot) => ({
    ...lot,
    expiresAt: dateOf(lot.expiresAt),
    reversedAt: dateOf(lot.reversedAt),
    reinstatedAt: dateOf(lot.reinstatedAt),
    createdAt: new Date(lot.createdAt),
  })),
});

@Injectable()
export class LedgerQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Iterates over the accounts of a tenant, with their entries and lots, in batches. */
  async *accounts(tenantId: string): AsyncGenerator<StoredAccount> {
    let last = '';
    for (;;) {
      const rows = await this.reader.rows<AccountRow>(tenantId, ACCOUNTS_AFTER, [tenantId, last]);
      for (const { entries, lots, ...head } of rows) {
        if (entries === null || lots === null) yield await this.readLargeAccount(tenantId, head);
        else yield toStoredAccount(head, entries, lots);
      }
      last = rows.at(-1)?.customerId ?? '';
      if (rows.length < BATCH) return;
    }
  }

  /** Reads an account as it is now. It may have more entries than when its head was first read. */
  private async readLargeAccount(tenantId: string, { customerId, ...before }: Head): Promise<StoredAccount> {
    const parts = await this.reader.rows<PartRow>(tenantId, ACCOUNT, [tenantId, customerId]);
    const head = parts[0]?.head ?? { customerId, ...before };
    const entries = parts.flatMap(({ entry }) => entry ?? []).sort((a, b) => a.sequence - b.sequence);
    return toStoredAccount(
      head,
      entries,
      parts.flatMap(({ lot }) => lot ?? []),
    );
  }

  /** Returns the id of a customer with credit but no account. */
  async orphan(tenantId: string): Promise<string | undefined> {
    return (await this.reader.row<{ customerId: string }>(tenantId, ORPHAN, [tenantId]))?.customerId;
  }
}
