import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, of } from 'rxjs';
import type { RequestWithUser } from '../../core/auth/access.decorator.js';
import type { RequestWithTenant } from '../../tenant/current-tenant.decorator.js';
import { BULK } from '../../tenant/bulk.guard.js';
import { TenantDirectoryService } from '../../tenant/tenant-directory.service.js';
import { type Handler, IdempotencyService, PLATFORM } from './idempotency.service.js';
import { invalidKey } from './idempotency.errors.js';
import { READS_ONLY } from '../../core/http/openapi.decorators.js';

const KEY = /^[\x20-\x7e]{1,255}$/;

type Request = FastifyRequest & RequestWithUser & RequestWithTenant;

/**
 * Executes a POST with an `Idempotency-Key` once. A repeated request gets the same answer for 24 hours. Work and answer
 * are committed in one transaction, so neither exists without the other, even after a crash.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: IdempotencyService,
    private readonly tenants: TenantDirectoryService,
  ) {}

  /** @throws DomainError `validation_failed`, `idempotency_key_reused`, `idempotency_in_progress` */
  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST') return next.handle();
    if (this.reflector.get<boolean | undefined>(READS_ONLY, context.getHandler())) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw invalidKey();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const inBulk = this.reflector.get<boolean | undefined>(BULK, context.getHandler());
    return this.runOnce(key, request, reply, {
      handle: () => next.handle(),
      status: () => reply.statusCode,
      priority: inBulk ? 'bulk' : 'interactive',
    });
  }

  private async runOnce(
    key: string,
    request: Request,
    reply: FastifyReply,
    handler: Handler,
  ): Promise<Observable<unknown>> {
    const tenantId = await this.tenantOf(request);
    if (tenantId === undefined) return handler.handle(); // the handler reports the problem
    const path = request.url.split('?', 1)[0];
    const keyed = { route: `${request.user === undefined ? 'public' : 'token'} POST ${path}`, key };
    const { answer, status, replayed } = await this.idempotency.runOnce(
      tenantId,
      keyed,
      request.body,
      handler,
    );
    void reply.status(status);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return of(answer);
  }

  private async tenantOf({ user, tenant, body }: Request): Promise<string | undefined> {
    if (user?.kind === 'platform') return PLATFORM;
    if (tenant !== undefined) return tenant.id;
    const slug = (body as { tenant_slug?: unknown } | undefined)?.tenant_slug;
    return typeof slug === 'string' ? (await this.tenants.activeBySlug(slug))?.id : undefined;
  }
}
