import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';

const BATCH = 500;

/** Each part reads a partial index, which contains only rows that can become due. */
const DUE_AFTER = {
  name: 'due_customer_after',
  text: `
    select customer_id
      from (select customer_id from reward
             where tenant_id = $1 and status = 'pending' and available_at <= $2::timestamptz
            union
            select customer_id from reward
             where tenant_id = $1 and status = 'available' and expires_at <= $2::timestamptz
            union
            select customer_id from credit_lot
             where tenant_id = $1 and remaining_cents > 0 and expires_at <= $2::timestamptz) due
     where customer_id > $3
     order by customer_id
     limit ${BATCH}`,
};

@Injectable()
export class DueCustomerQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Iterates over the customers with a hold or an expiry that is due and has not been booked. */
  async *at(tenantId: string, at: Date): AsyncGenerator<string> {
    let last = '';
    for (;;) {
      const rows = await this.reader.rows<{ customer_id: string }>(tenantId, DUE_AFTER, [tenantId, at, last]);
      for (const { customer_id } of rows) yield customer_id;
      if (rows.length < BATCH) return;
      last = rows.at(-1)?.customer_id ?? '';
    }
  }
}
