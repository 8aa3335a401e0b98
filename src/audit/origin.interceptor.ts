import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AskedBy } from '../auth/access.decorator.js';
import { actorOf } from '../auth/principal.js';
import { origin } from './origin.js';

/** Remembers who asks, for the audit log. */
@Injectable()
export class OriginInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user, ip } = context.switchToHttp().getRequest<FastifyRequest & AskedBy>();
    return from(origin.run({ actor: actorOf(user), address: ip }, () => lastValueFrom(next.handle())));
  }
}
