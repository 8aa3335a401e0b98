import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';

const COLOR = { name: 'branding_color', text: 'select color from tenant_branding where tenant_id = $1' };

@Injectable()
export class BrandingQuery {
  constructor(private readonly reader: TenantReader) {}

  /** Returns the saved colour, if any. */
  async color(tenantId: string): Promise<string | undefined> {
    return (await this.reader.row<{ color: string }>(tenantId, COLOR, [tenantId]))?.color;
  }
}
