import { Injectable } from '@nestjs/common';
import { PlatformData } from '../core/database/platform-data.js';
import type { UpdateTenantRequest } from './tenant.dto.js';
import { Tenant } from './tenant.entity.js';
import { slugTaken } from './tenant.errors.js';

@Injectable()
export class TenantRepository {
  constructor(private readonly data: PlatformData) {}

  /**
   * Inserts a tenant.
   * @throws DomainError `tenant_slug_taken`
   */
  insert(tenant: Tenant): Promise<void> {
    return this.data.insert(Tenant, tenant, { tenant_slug_key: slugTaken });
  }

  async update(id: string, changes: UpdateTenantRequest): Promise<void> {
    const given = Object.values(changes).some((value) => value !== undefined);
    if (given) await this.data.update(Tenant, { id }, changes);
  }
}
