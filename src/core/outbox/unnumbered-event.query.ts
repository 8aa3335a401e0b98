import { Injectable } from '@nestjs/common';
import { TenantReader } from '../database/tenant-reader.js';

/** Finds an index of nothing but these. */
const ANY = {
  name: 'event_any_unnumbered',
  text: 'select exists (select from outbox_event where tenant_id = $1 and sequence is null) as any',
};

@Injectable()
export class UnnumberedEventQuery {
  constructor(private readonly reader: TenantReader) {}

  /** True when a committed fact of the tenant has no place yet. */
  async exists(tenantId: string): Promise<boolean> {
    return (await this.reader.row<{ any: boolean }>(tenantId, ANY, [tenantId]))?.any ?? false;
  }
}
