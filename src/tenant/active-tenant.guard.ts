import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { RequestWithUser } from '../core/auth/access.decorator.js';
import { unauthenticated } from '../core/auth/auth.errors.js';
import type { RequestWithTenant } from './current-tenant.decorator.js';
import { TenantDirectoryService } from './tenant-directory.service.js';
import { tenantSuspended } from './tenant.errors.js';

/** Loads the tenant of a verified token or key. The tenant must exist and be active. Runs after `AccessGuard`. */
@Injectable()
export class ActiveTenantGuard implements CanActivate {
  constructor(private readonly tenants: TenantDirectoryService) {}

  /** @throws DomainError `unauthenticated` or `tenant_suspended` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithUser & RequestWithTenant>();
    if (request.user === undefined || request.user.kind === 'platform') return true;
    const tenant = await this.tenants.byId(request.user.tenantId);
    if (tenant === undefined) throw unauthenticated();
    if (tenant.status === 'suspended') throw tenantSuspended();
    request.tenant = tenant;
    return true;
  }
}
