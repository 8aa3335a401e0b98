import { Injectable } from '@nestjs/common';
import { TenantReader } from '../database/tenant-reader.js';

/** Uses an index of unnumbered events only. */
const ANY = {
  name: 'event_any_unnumbered',
  text: 'select exists (select from outbox_event where tenant_id = $1 and sequence is null) as any',
};

@Injectable()
export class UnnumberedEventQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns true when a committed event of the tenant has no number yet. */
  async exists(tenantId: string): Promise<boolean> {
    return (await this.reader.row<{ any: boolean }>(tenantId, ANY, [tenantId]))?.any ?? false;
  }
}
