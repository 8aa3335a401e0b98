import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { AskedBy } from '../auth/access.decorator.js';
import { actorOf } from '../auth/principal.js';
import { inTheNameOf } from './origin.js';

/** Remembers who asks, for the audit log; reads and public calls change nothing that it holds. */
@Injectable()
export class OriginInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, ip, method } = context.switchToHttp().getRequest<FastifyRequest & AskedBy>();
    if (user === undefined || method === 'GET' || method === 'HEAD') return next.handle();
    return inTheNameOf({ actor: actorOf(user), address: ip }, () => next.handle());
  }
}
