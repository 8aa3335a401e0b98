import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';
import type { Transaction } from '../../core/database/transaction.js';

const COLOR = { name: 'branding_color', text: 'select color from tenant_branding where tenant_id = $1' };

@Injectable()
export class BrandingQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the color that was saved, if any was. */
  async color(tenantId: string, tx?: Transaction): Promise<string | undefined> {
    return (await this.reader.row<{ color: string }>(tenantId, COLOR, [tenantId], tx))?.color;
  }
}
