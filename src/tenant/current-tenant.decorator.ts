import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Tenant } from './tenant.entity.js';

/** A request after the guards: the tenant of its token, if it has one. */
export interface RequestWithTenant {
  tenant?: Tenant;
}

/** The tenant of the verified token; undefined on a public call. Never from a path, a query or a body. */
export const CurrentTenant = createParamDecorator(
  (_: unknown, context: ExecutionContext): Tenant | undefined =>
    context.switchToHttp().getRequest<RequestWithTenant>().tenant,
);
