import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import { newId } from '../common/ids.js';
import type { JsonText } from '../core/http/json-text.js';
import type { Page, PageRequest } from '../core/http/page.js';
import { TenantDirectoryService } from './tenant-directory.service.js';
import type { CreateTenantRequest, TenantAnswer, UpdateTenantRequest } from './tenant.dto.js';
import type { Tenant } from './tenant.entity.js';
import { tenantNotFound } from './tenant.errors.js';
import { TenantQuery } from './tenant.query.js';
import { TenantRepository } from './tenant.repository.js';

@Injectable()
export class TenantService {
  constructor(
    private readonly repository: TenantRepository,
    private readonly query: TenantQuery,
    private readonly directory: TenantDirectoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a tenant.
   * @throws DomainError `tenant_slug_taken`
   */
  async create({ slug, name, currency = 'USD' }: CreateTenantRequest): Promise<TenantAnswer> {
    const tenant: Tenant = {
      id: newId('ten'),
      slug,
      name,
      currency,
      status: 'active',
      createdAt: this.clock.now(),
    };
    await this.repository.insert(tenant);
    this.directory.forget(tenant);
    return answerOf(tenant);
  }

  /**
   * Changes a tenant.
   * @throws DomainError `tenant_not_found`
   */
  async update(id: string, changes: UpdateTenantRequest): Promise<TenantAnswer> {
    await this.repository.update(id, changes);
    const tenant = await this.existing(id);
    this.directory.forget(tenant);
    return answerOf(tenant);
  }

  /**
   * Returns a tenant.
   * @throws DomainError `tenant_not_found`
   */
  async get(id: string): Promise<TenantAnswer> {
    return answerOf(await this.existing(id));
  }

  list(page: PageRequest): Promise<JsonText<Page<TenantAnswer>>> {
    return this.query.page(page);
  }

  private async existing(id: string): Promise<Tenant> {
    const tenant = await this.query.byId(id);
    if (tenant === undefined) throw tenantNotFound();
    return tenant;
  }
}

const answerOf = ({ id, slug, name, currency, status, createdAt }: Tenant): TenantAnswer => ({
  id,
  slug,
  name,
  currency,
  status,
  created_at: createdAt.toISOString(),
});
