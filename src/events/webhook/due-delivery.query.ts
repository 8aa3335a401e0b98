import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';

/** Finds an index of nothing but what waits. */
const ANY = {
  name: 'webhook_any_due',
  text: `
    select exists (select from webhook_delivery
                    where tenant_id = $1 and status = 'pending' and next_attempt_at <= $2::timestamptz
                      and (leased_until is null or leased_until <= $2::timestamptz)) as any`,
};

@Injectable()
export class DueDeliveryQuery {
  constructor(private readonly reader: TenantReader) {}

  /** True when something of the tenant should be on its way, and is not. */
  async any(tenantId: string, at: Date): Promise<boolean> {
    return (await this.reader.row<{ any: boolean }>(tenantId, ANY, [tenantId, at]))?.any ?? false;
  }
}
