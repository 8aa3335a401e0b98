import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BulkRuns } from './bulk-runs.js';
import type { InTenant } from './current-tenant.decorator.js';

export const BULK = 'bulk';

/** Lets a few of a tenant's bulk requests in at once, each until its answer has left or its caller has. */
@Injectable()
class BulkGuard implements CanActivate {
  constructor(private readonly runs: BulkRuns) {}

  /** @throws DomainError `busy` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const { tenant } = http.getRequest<InTenant>();
    const end = await this.runs.begin(tenant?.id ?? '');
    const { raw } = http.getResponse<FastifyReply>();
    if (raw.closed) end();
    else raw.once('close', end);
    return true;
  }
}

/** A route that reads or writes a large part of a tenant's rows: it waits for what people wait for at a screen. */
export const InBulk = (): MethodDecorator => applyDecorators(SetMetadata(BULK, true), UseGuards(BulkGuard));
