import {
  applyDecorators,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finalize, type Observable } from 'rxjs';
import { busy } from '../common/domain-error.js';
import { isClosed, onConnectionClosed } from '../core/http/connections.js';
import { BulkLimiter } from './bulk-limiter.js';
import type { RequestWithTenant } from './current-tenant.decorator.js';

export const BULK = 'bulk';

/** A bulk request that has its turn. */
interface Run {
  /** Whether its handler is at work. */
  working: boolean;
  readonly end: () => void;
}

type Request = FastifyRequest & RequestWithTenant & { bulkRun?: Run };

const httpOf = (context: ExecutionContext): { request: Request; reply: FastifyReply } => ({
  request: context.switchToHttp().getRequest<Request>(),
  reply: context.switchToHttp().getResponse<FastifyReply>(),
});

/**
 * Lets a few of a tenant's requests to one bulk route in at once. One ends when its answer has been sent and its handler is
 * done: a caller who hangs up ends nothing that is still at work.
 */
@Injectable()
class BulkGuard implements CanActivate {
  constructor(private readonly runs: BulkLimiter) {}

  /** @throws DomainError `busy`; also for a caller who has left while waiting */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { request, reply } = httpOf(context);
    const route = `${context.getClass().name} ${context.getHandler().name}`;
    const run = { working: false, end: await this.runs.begin(`${request.tenant?.id ?? ''} ${route}`) };
    if (isClosed(request, reply)) {
      run.end();
      throw busy();
    }
    onConnectionClosed(request, reply, () => {
      if (!run.working) run.end();
    });
    request.bulkRun = run;
    return true;
  }
}

/** Marks when the handler of a bulk request is at work. */
@Injectable()
class BulkInterceptor implements NestInterceptor {
  /** @throws DomainError `busy` for a caller who has left while the request was read: nobody waits for its work */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { request, reply } = httpOf(context);
    const { bulkRun: run } = request;
    if (run === undefined || isClosed(request, reply)) throw busy();
    run.working = true;
    return next.handle().pipe(
      finalize(() => {
        run.working = false;
        if (isClosed(request, reply)) run.end();
      }),
    );
  }
}

/** A route that reads or writes a large part of a tenant's rows: it waits for what people wait for at a screen. */
export const BulkRoute = (): MethodDecorator =>
  applyDecorators(SetMetadata(BULK, true), UseGuards(BulkGuard), UseInterceptors(BulkInterceptor));
