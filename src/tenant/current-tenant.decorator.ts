import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Tenant } from './tenant.entity.js';

/** A request after the guards, with the tenant of its token if there is one. */
export interface RequestWithTenant {
  tenant?: Tenant;
}

/** The tenant of the verified token; undefined on a public route. Never taken from the path, query or body. */
export const CurrentTenant = createParamDecorator(
  (_: unknown, context: ExecutionContext): Tenant | undefined =>
    context.switchToHttp().getRequest<RequestWithTenant>().tenant,
);
