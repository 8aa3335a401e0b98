import { Injectable } from '@nestjs/common';
import { invalidInput } from '../common/domain-error.js';
import { TenantDirectoryService } from '../tenant/tenant-directory.service.js';
import type { Tenant } from '../tenant/tenant.entity.js';
import { tenantNotFound } from '../tenant/tenant.errors.js';

/** Finds the tenant of an enrollment or a quote, by its token or its slug. */
@Injectable()
export class TenantResolverService {
  constructor(private readonly tenants: TenantDirectoryService) {}

  /**
   * Returns the token's tenant or, without a token, the active tenant with the slug.
   * @param own the token's tenant
   * @throws DomainError `tenant_not_found` for a slug that is unknown or of a suspended tenant, `validation_failed` for a
   *   missing slug or the slug of a tenant other than the token's
   */
  async resolve(own: Tenant | undefined, slug: string | undefined): Promise<Tenant> {
    if (own !== undefined) {
      if (slug === undefined || slug === own.slug) return own;
      throw invalidInput({
        field: 'tenant_slug',
        code: 'not_your_tenant',
        message: "tenant_slug must be the slug of the token's tenant",
      });
    }
    if (slug === undefined) {
      throw invalidInput({
        field: 'tenant_slug',
        code: 'missing',
        message: 'tenant_slug is required without a token',
      });
    }
    const tenant = await this.tenants.activeBySlug(slug);
    if (tenant === undefined) throw tenantNotFound();
    return tenant;
  }
}
