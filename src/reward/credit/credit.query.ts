import { Injectable } from '@nestjs/common';
import { type Cursor, encodeCursor } from '../../core/http/page.js';
import { utc } from '../../core/database/statement.js';
import type { CustomerStatus } from '../../customer/customer.entity.js';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { CreditStatementAnswer } from './credit.dto.js';

/** Returns no row for an unknown customer. Due changes must be booked before a statement is read. */
const CUSTOMER_STATE = {
  name: 'credit_standing',
  text: `
    select status,
           exists (select from reward
                    where tenant_id = $1 and customer_id = $2 and status = 'pending' and available_at <= $3::timestamptz)
        or exists (select from credit_lot
                    where tenant_id = $1 and customer_id = $2 and remaining_cents > 0
                      and expires_at <= $3::timestamptz) as due
      from customer
     where tenant_id = $1 and id = $2`,
};

const LOTS = `
  (select json_agg(json_build_object('id', id, 'reward_id', reward_id, 'granted_cents', granted_cents,
                                     'remaining_cents', remaining_cents, 'expires_at', ${utc('expires_at')},
                                     'created_at', ${utc('created_at')})
                   order by expires_at nulls last, created_at, id)
     from credit_lot
    where tenant_id = $1 and customer_id = $2 and remaining_cents > 0)`;

/** Reads one entry more than asked for, which shows whether there is a next page. */
const ENTRIES = `
  (select json_agg(json_build_object('id', entry.id, 'sequence', sequence, 'kind', kind, 'amount_cents', amount_cents,
                                     'balance_cents', balance_cents, 'lot_id', lot_id,
                                     'redemption_id', redemption_id, 'invoice_id', redemption.invoice_id,
                                     'reason', reason, 'created_at', ${utc('entry.created_at')})
                   order by sequence desc)
     from (select * from credit_entry
            where tenant_id = $1 and customer_id = $2
              and sequence < coalesce((select sequence from credit_entry
                                         where tenant_id = $1 and customer_id = $2 and id = $3), 2147483647)
            order by sequence desc
            limit $4) entry
     left join redemption on redemption.tenant_id = entry.tenant_id and redemption.id = entry.redemption_id)`;

const STATEMENT = {
  name: 'credit_statement',
  text: `
    select coalesce((select balance_cents from credit_account where tenant_id = $1 and customer_id = $2), 0)
             as balance_cents,
           coalesce(${LOTS}, '[]') as lots,
           coalesce(${ENTRIES}, '[]') as entries`,
};

type StatementRow = Pick<CreditStatementAnswer, 'balance_cents' | 'lots' | 'entries'>;

@Injectable()
export class CreditQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the status of a customer and whether changes of their credit are due; undefined for an unknown customer. */
  customerState(
    tenantId: string,
    customerId: string,
    at: Date,
  ): Promise<{ status: CustomerStatus; due: boolean } | undefined> {
    return this.reader.row(tenantId, CUSTOMER_STATE, [tenantId, customerId, at]);
  }

  /** Returns a page of the statement. Changes that are due but not yet booked are missing from it. */
  async statement(
    tenantId: string,
    customerId: string,
    { after, limit }: { after: Cursor; limit: number },
  ): Promise<Omit<CreditStatementAnswer, 'currency'>> {
    const values = [tenantId, customerId, after.id, limit + 1];
    const [row] = await this.reader.rows<StatementRow>(tenantId, STATEMENT, values);
    const { balance_cents = 0, lots = [], entries: found = [] } = row ?? {};
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    const has_more = found.length > limit;
    const next_cursor =
      has_more && last !== undefined ? encodeCursor({ at: last.created_at, id: last.id }) : null;
    return { balance_cents, lots, entries, has_more, next_cursor };
  }
}
