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

/** Remembers who asks, for the audit log. */
@Injectable()
class AuditContextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, ip } = context.switchToHttp().getRequest<FastifyRequest & RequestWithUser>();
    return from(auditContext.run({ actor: actorOf(user), address: ip }, () => lastValueFrom(next.handle())));
  }
}

/** A route whose doings the audit log tells of: whatever it leads to is known to be asked for by its caller. */
export const Audited = (): MethodDecorator & ClassDecorator => UseInterceptors(AuditContextInterceptor);

/** Who asked for what is being done, and from where. */
export interface AuditContext {
  /** As timelines name them: `admin:usr_1`. */
  readonly actor: string;
  /** The caller's network address; null when nobody called. */
  readonly address: string | null;
}

/** In whose name something is being done; without a value what the product does by itself. */
export const auditContext = new AsyncContext<AuditContext>();
