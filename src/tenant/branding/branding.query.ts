import { Injectable } from '@nestjs/common';
import { TenantReader } from '../../core/database/tenant-reader.js';

const COLOR = { name: 'branding_color', text: 'select color from tenant_branding where tenant_id = $1' };

@Injectable()
export class BrandingQuery {
  constructor(private readonly reader: TenantReader) {}

  /** The colour that was saved, if any was. */
  async color(tenantId: string): Promise<string | undefined> {
    return (await this.reader.row<{ color: string }>(tenantId, COLOR, [tenantId]))?.color;
  }
}
