import { Injectable } from '@nestjs/common';
import { invalidInput } from '../common/domain-error.js';
import { TenantDirectoryService } from '../tenant/tenant-directory.service.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { tenantNotFound } from '../tenant/tenant.errors.js';

/** Whom a public request is about. */
@Injectable()
export class AddressedTenantService {
  constructor(private readonly tenants: TenantDirectoryService) {}

  /**
   * The tenant of the token if there is one: a slug beside it may only say the same. Else the tenant of the slug.
   * @throws DomainError `tenant_not_found` (unknown or suspended), or `validation_failed` for a slug that is missing, or
   *   another tenant's than the token's
   */
  async find(own: Tenant | undefined, slug: string | undefined): Promise<Tenant> {
    if (own !== undefined) {
      if (slug === undefined || slug === own.slug) return own;
      throw invalidInput({
        field: 'tenant_slug',
        code: 'not_your_tenant',
        message: "tenant_slug is another tenant's",
      });
    }
    if (slug === undefined) {
      throw invalidInput({
        field: 'tenant_slug',
        code: 'missing',
        message: 'tenant_slug is needed without a token',
      });
    }
    const tenant = await this.tenants.activeBySlug(slug);
    if (tenant === undefined) throw tenantNotFound();
    return tenant;
  }
}
