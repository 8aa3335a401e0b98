import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { AskedBy } from '../auth/access.decorator.js';
import { actorOf } from '../auth/principal.js';
import { inTheNameOf } from './origin.js';

/** Remembers who asks, for the audit log: of a read too, which may be one that is told of. */
@Injectable()
export class OriginInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, ip } = context.switchToHttp().getRequest<FastifyRequest & AskedBy>();
    if (user === undefined) return next.handle(); // a stranger, who changes nothing that it holds
    return inTheNameOf({ actor: actorOf(user), address: ip }, () => next.handle());
  }
}
