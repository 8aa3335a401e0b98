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

/** A bulk request that has been admitted. */
interface Run {
  /** True while its handler is running. */
  working: boolean;
  readonly end: () => void;
}

type Request = FastifyRequest & RequestWithTenant & { bulkRun?: Run };

const httpOf = (context: ExecutionContext): { request: Request; reply: FastifyReply } => ({
  request: context.switchToHttp().getRequest<Request>(),
  reply: context.switchToHttp().getResponse<FastifyReply>(),
});

/**
 * Limits a tenant's concurrent requests to one bulk route. A request ends when its response has been sent and its
 * handler is done; a client that disconnects does not end a running handler.
 */
@Injectable()
class BulkGuard implements CanActivate {
  constructor(private readonly runs: BulkLimiter) {}

  /**
   * Waits for admission.
   * @throws DomainError `busy`, also for a client that disconnected while waiting
   */
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

/** Tracks whether the handler of a bulk request is running. */
@Injectable()
class BulkInterceptor implements NestInterceptor {
  /**
   * Runs the handler.
   * @throws DomainError `busy` for a client that disconnected while its request was read, because nobody would receive the
   *   result
   */
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

/** Marks a route that reads or writes a large part of a tenant's rows. Interactive requests take precedence over it. */
export const BulkRoute = (): MethodDecorator =>
  applyDecorators(SetMetadata(BULK, true), UseGuards(BulkGuard), UseInterceptors(BulkInterceptor));
