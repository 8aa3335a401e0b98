import { Injectable } from '@nestjs/common';
import { TenantReader } from '../database/tenant-reader.js';
import type { CreditEntry } from './credit-entry.entity.js';
import type { KeptAccount } from './verify-account.js';

/** How many customers are looked at with one statement. */
const BATCH = 50;

/** All of a customer's credit in one statement: nobody's bookings come between. No entry is without an account: a key says so. */
const ACCOUNTS_AFTER = {
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
           coalesce((select json_agg(json_build_object('id', id, 'remainingCents', remaining_cents))
                       from credit_lot
                      where tenant_id = $1 and customer_id = account.customer_id), '[]') as lots
      from (select * from credit_account
             where tenant_id = $1 and customer_id > $2
             order by customer_id
             limit ${BATCH}) account
     order by account.customer_id`,
};

type AccountRow = KeptAccount['head'] &
  Pick<KeptAccount, 'lots'> & {
    entries: (Omit<CreditEntry, 'createdAt'> & { createdAt: string })[];
  };

@Injectable()
export class LedgerQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Every account of a tenant with all that belongs to it, a batch at a time. */
  async *accounts(tenantId: string): AsyncGenerator<KeptAccount> {
    let last = '';
    for (;;) {
      const rows = await this.reader.rows<AccountRow>(tenantId, ACCOUNTS_AFTER, [tenantId, last]);
      for (const { entries, lots, ...head } of rows) {
        yield {
          head,
          lots,
          entries: entries.map((entry) => ({ ...entry, createdAt: new Date(entry.createdAt) })),
        };
        last = head.customerId;
      }
      if (rows.length < BATCH) return;
    }
  }
}
