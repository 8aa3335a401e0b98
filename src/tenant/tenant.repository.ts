import { Injectable } from '@nestjs/common';
import { PlatformData } from '../core/database/platform-data.js';
import type { Transaction } from '../core/database/transaction.js';
import type { UpdateTenantRequest } from './tenant.dto.js';
import { Tenant } from './tenant.entity.js';
import { slugTaken } from './tenant.errors.js';

/** Blocks neither readers of the tenant nor inserts of rows that refer to it. */
const LOCK = { name: 'tenant_lock', text: 'select from tenant where id = $1 for no key update' };

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

  /**
   * Locks the transaction's own tenant until the transaction ends. Used where there is no other row to lock: before
   * settings are saved for the first time, and to count the tenant's rows.
   */
  lock(tx: Transaction): void {
    tx.queue(LOCK, [tx.tenantId]);
  }

  async update(id: string, changes: UpdateTenantRequest): Promise<void> {
    const given = Object.values(changes).some((value) => value !== undefined);
    if (given) await this.data.update(Tenant, { id }, changes);
  }
}
