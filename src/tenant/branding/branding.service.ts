import { Injectable } from '@nestjs/common';
import { AuditLogService } from '../audit/audit-log.service.js';
import { Clock } from '../../core/clock.js';
import { currencyDecimals } from '../../common/money.js';
import type { Transaction } from '../../core/database/transaction.js';
import { UnitOfWork } from '../../core/database/unit-of-work.js';
import { TenantDirectoryService } from '../tenant-directory.service.js';
import type { Tenant } from '../tenant.entity.js';
import { tenantNotFound } from '../tenant.errors.js';
import { TenantRepository } from '../tenant.repository.js';
import { type BrandingAnswer, DEFAULT_BRAND_COLOR, type SaveBrandingRequest } from './branding.dto.js';
import { BrandingQuery } from './branding.query.js';
import { BrandingRepository } from './branding.repository.js';

/** Reads and saves the appearance of a tenant's pages. */
@Injectable()
export class BrandingService {
  constructor(
    private readonly directory: TenantDirectoryService,
    private readonly tenants: TenantRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly branding: BrandingRepository,
    private readonly query: BrandingQuery,
    private readonly audit: AuditLogService,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the branding of a tenant.
   * @throws DomainError `tenant_not_found` for an unknown slug or a suspended tenant
   */
  async ofSlug(slug: string): Promise<BrandingAnswer> {
    const tenant = await this.directory.activeBySlug(slug);
    if (tenant === undefined) throw tenantNotFound();
    return this.of(tenant);
  }

  async of(tenant: Tenant, tx?: Transaction): Promise<BrandingAnswer> {
    return answerOf(tenant, (await this.query.color(tenant.id, tx)) ?? DEFAULT_BRAND_COLOR);
  }

  /** Saves the color. Saving the same color again is not audited. */
  save(tenant: Tenant, { brand_color }: SaveBrandingRequest): Promise<BrandingAnswer> {
    const at = this.clock.now();
    return this.unitOfWork.run(tenant.id, async (tx) => {
      this.tenants.lock(tx);
      const before = await this.of(tenant, tx);
      const after = answerOf(tenant, brand_color.toLowerCase());
      await this.branding.save(tx, after.brand_color, at);
      if (after.brand_color !== before.brand_color)
        this.audit.record(tx, at, 'branding.updated', { targetId: tenant.id, before, after });
      return after;
    });
  }
}

const answerOf = ({ slug, name, currency }: Tenant, brand_color: string): BrandingAnswer => ({
  tenant_slug: slug,
  tenant_name: name,
  currency,
  currency_digits: currencyDecimals(currency),
  brand_color,
});
