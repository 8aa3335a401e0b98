import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { RequestWithUser } from '../../core/auth/access.decorator.js';
import { actorOf } from '../../core/auth/principal.js';
import { AsyncContext } from '../../common/async-context.js';

/** Provides the caller to the audit log. */
@Injectable()
class AuditContextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, ip } = context.switchToHttp().getRequest<FastifyRequest & RequestWithUser>();
    return from(auditContext.run({ actor: actorOf(user), address: ip }, () => lastValueFrom(next.handle())));
  }
}

/** Records the caller of this route as the actor of every audited change that it causes. */
export const Audited = (): MethodDecorator & ClassDecorator => UseInterceptors(AuditContextInterceptor);

/** The caller behind the current change. */
export interface AuditContext {
  /** As timelines record it: `admin:usr_1`. */
  readonly actor: string;
  /** The caller's network address; null without a caller. */
  readonly address: string | null;
}

/** The context of the current request; empty for changes by background work. */
export const auditContext = new AsyncContext<AuditContext>();
